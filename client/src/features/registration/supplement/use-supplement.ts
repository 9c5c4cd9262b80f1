import type { SaveSupplement, StepSupplement, Supplement, SupplementProblem, UnlockSupplement, WorkerList } from '@yunhui/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { read, refusalOf, replace, write } from '../../../platform/http.js';
import { reviewsKey } from '../review/use-reviews.js';

const keyOf = (id: string) => ['filings', 'supplement', id];
const reviewedKeyOf = (id: string) => [...reviewsKey, 'supplement', id];
const RE_READ_MS = 30_000;

/** A supplement, for who writes it. While it is open it is the page that knows it best; afterwards what reviewers do is read again and again. */
export const useSupplement = (id: string) =>
  useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => read<Supplement>(`/filings/${id}/supplement`, signal),
    gcTime: 0,
    refetchOnWindowFocus: ({ state: { data } }) => data?.standing !== 'open',
    refetchOnReconnect: ({ state: { data } }) => data?.standing !== 'open',
    refetchInterval: ({ state: { data } }) => (data && data.standing !== 'open' ? RE_READ_MS : false),
  });

export const saveSupplement = (id: string, kept: SaveSupplement): Promise<Supplement> =>
  replace<Supplement>(`/filings/${id}/supplement`, kept);

/** What stands now, when that is why the hub refuses. */
export function supplementBeside(error: unknown): Supplement | undefined {
  const refusal: Partial<SupplementProblem> | undefined = refusalOf(error);
  return refusal?.supplement;
}

/** Handing it in, and taking that back: what came of it is known at once. */
export function useSupplementSteps() {
  const queries = useQueryClient();
  const onSuccess = (supplement: Supplement) => {
    queries.setQueryData(keyOf(supplement.filing), supplement);
    return queries.invalidateQueries({ queryKey: ['filings'], predicate: ({ queryKey }) => queryKey[1] !== 'supplement' });
  };
  const step = (verb: 'hand-in' | 'reopen') => ({
    mutationFn: ({ id, ...wanted }: StepSupplement & { id: string }) => write<Supplement>(`/filings/${id}/supplement/${verb}`, wanted),
    onSuccess,
  });
  return { handIn: useMutation(step('hand-in')), reopen: useMutation(step('reopen')) };
}

/** A supplement as a desk sees it. The page keeps none that is not looked at: somebody else may sign in here next. */
export const useReviewedSupplement = (id: string, isThere: boolean) =>
  useQuery({
    queryKey: reviewedKeyOf(id),
    queryFn: ({ signal }) => read<Supplement>(`/reviews/${id}/supplement`, signal),
    enabled: isThere,
    gcTime: 0,
    refetchInterval: RE_READ_MS,
  });

/** Who took part, as often as it is asked for: it names people, so the page keeps it no longer than it shows it. */
export const useWorkerList = (id: string) =>
  useMutation({ mutationFn: () => write<WorkerList>(`/reviews/${id}/supplement/workers`, {}), gcTime: 0 });

/** Opens it again; whoever was first, the desk shows what stands now. */
export function useUnlocking() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...wanted }: UnlockSupplement & { id: string }) => write<Supplement>(`/reviews/${id}/supplement/unlock`, wanted),
    onSettled: () => queries.invalidateQueries({ queryKey: reviewsKey }),
  });
}
