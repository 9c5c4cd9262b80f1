import type { QueueNote, QueueNotes, WriteNote } from '@yunhui/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { read, write } from '../../../platform/http.js';

const notesKey = (scope: string) => ['desk', 'notes', scope];

/** What colleagues have left for the next watch of a scope. */
export const useNotes = (scope: string) =>
  useQuery({
    queryKey: notesKey(scope),
    queryFn: ({ signal }) => read<QueueNotes>(`/moderation/notes?scope=${scope.toLowerCase()}`, signal),
  });

/** Leaves a word: for the next watch, or about somebody. What shows either is read again. */
export function useWriteNote(scope: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (note: WriteNote) => write<QueueNote>(`/moderation/notes?scope=${scope.toLowerCase()}`, note),
    onSuccess: () =>
      queries.invalidateQueries({ queryKey: ['desk'], predicate: ({ queryKey }) => queryKey[1] === 'notes' || queryKey[1] === 'context' }),
  });
}
