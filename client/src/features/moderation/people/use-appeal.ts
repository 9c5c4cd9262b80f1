import type { Appeal, OwnAppeal } from '@yunhui/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { write } from '../../../platform/http.js';

/** Says why a decision was wrong. Another moderator reads it. */
export function useAppeal() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (appeal: Appeal) => write<OwnAppeal>('/appeals', appeal),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['standing'] }),
  });
}
