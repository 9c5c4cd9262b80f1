import type { ChangePassword } from '@yunhui/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { replace } from '../../platform/http.js';
import { signInsKey } from './use-sign-ins.js';

/** Another password for the one that is known. What was signed in elsewhere is not any more. */
export function useChangePassword() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: ChangePassword) => replace<unknown>('/me/password', wanted),
    onSuccess: () => queries.invalidateQueries({ queryKey: signInsKey }),
    gcTime: 0,
  });
}
