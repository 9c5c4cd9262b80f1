import type { Appeal, OwnAppeal } from '@yunhui/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { write } from '../../../platform/http.js';
import { noteAppealed } from './appealed.js';

/** Says why a decision was wrong. Another moderator reads it. */
export function useAppeal() {
  const queries = useQueryClient();
  const appeal = useMutation({
    mutationFn: (said: Appeal) => write<OwnAppeal>('/appeals', said),
    onSuccess: ({ of }) => noteAppealed(of.id),
  });
  /** Once the thanks were read: what opened the sheet changes, and the sheet would go with it. */
  const read = () => void queries.invalidateQueries({ queryKey: ['standing'] });
  return { appeal, read };
}
