import type { OwnSignIns } from '@yunhui/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { read, remove } from '../../platform/http.js';

export const signInsKey = ['sign-ins'];

/** Where one is signed in. */
export const useSignIns = () =>
  useQuery({ queryKey: signInsKey, queryFn: ({ signal }) => read<OwnSignIns>('/me/sign-ins', signal), gcTime: 0 });

/** Ends one on another device, or all others at once. */
export function useEndSignIns() {
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: signInsKey });
  return {
    one: useMutation({ mutationFn: (id: string) => remove<unknown>(`/me/sign-ins/${id}`), onSettled }),
    others: useMutation({ mutationFn: () => remove<unknown>('/me/sign-ins'), onSettled }),
  };
}
