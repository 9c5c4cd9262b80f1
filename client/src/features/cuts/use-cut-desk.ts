import type { CutChoices, CutList, CutOff, CutStanding, CutTarget } from '@yunhui/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { read, remove, write } from '../../platform/http.js';

const RE_READ_MS = 15_000;

/** What can be cut off at a channel, the smallest first. */
export const useCutChoices = (channel: string | undefined) =>
  useQuery({
    queryKey: ['cuts', 'choices', channel],
    queryFn: ({ signal }) => read<CutChoices>(`/cuts/choices?channel=${channel ?? ''}`, signal),
    enabled: channel !== undefined,
    staleTime: 0,
  });

/** What is cut off where one may put it back. */
export const useCutList = () =>
  useQuery({
    queryKey: ['cuts', 'list'],
    queryFn: ({ signal }) => read<CutList>('/cuts', signal),
    refetchInterval: RE_READ_MS,
    staleTime: 0,
  });

/** Takes something off the air, or puts it back: every player follows within two seconds. */
export function useCutActs() {
  const queries = useQueryClient();
  const onSettled = () => void queries.invalidateQueries({ queryKey: ['cuts'] });
  return {
    cut: useMutation({ mutationFn: (wanted: CutOff) => write<CutStanding>('/cuts', wanted), onSettled }),
    undo: useMutation({
      mutationFn: ({ target, id }: { target: CutTarget; id: string }) => remove<unknown>(`/cuts/${target}/${encodeURIComponent(id)}`),
      onSettled,
    }),
  };
}
