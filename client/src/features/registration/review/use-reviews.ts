import type { Review, ReviewScores } from '@yunhui/contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { actOn, readReview, readReviews, type ReviewAct, reviewOf, scoreReview } from './reviews.js';

export const reviewsKey = ['reviews'];
const oneKey = (id: string) => [...reviewsKey, 'one', id];
/** Hints say when to look; one that is lost delays a filing by this much, and 48 h that are left by as much. */
const RE_READ_MS = 30_000;

/** What waits for oneself, or with a scope all that was handed in there. */
export const useReviewList = (scope: string | undefined) =>
  useInfiniteQuery({
    queryKey: [...reviewsKey, 'list', scope ?? ''],
    queryFn: ({ pageParam, signal }) => readReviews(scope, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    refetchInterval: RE_READ_MS,
  });

export const useReview = (id: string | undefined) =>
  useQuery({
    queryKey: oneKey(id ?? ''),
    queryFn: ({ signal }) => readReview(id ?? '', signal),
    enabled: id !== undefined,
    refetchInterval: RE_READ_MS,
  });

/** One act on a filing. Whoever was first, the page shows what stands now. */
export function useReviewAct() {
  const queries = useQueryClient();
  const learn = (review: Review) => queries.setQueryData(oneKey(review.id), review);
  return useMutation({
    mutationFn: ({ id, act }: { id: string; act: ReviewAct }) => actOn(id, act),
    onSuccess: learn,
    onError: (error) => {
      const review = reviewOf(error);
      if (review) learn(review);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [...reviewsKey, 'list'] }),
  });
}

/** What one gives it by the four criteria; the later tap holds, whichever answer comes first. */
export function useScoring() {
  const queries = useQueryClient();
  return useMutation({
    scope: { id: 'review-scores' },
    mutationFn: ({ id, scores }: { id: string; scores: ReviewScores }) => scoreReview(id, scores),
    onSuccess: (review) => queries.setQueryData(oneKey(review.id), review),
  });
}
