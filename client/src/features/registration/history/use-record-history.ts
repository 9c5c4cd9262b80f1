import type { RecordHistory } from '@yunhui/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { read } from '../../../platform/http.js';

/** All that was done to a filing, the newest first. */
export const useRecordHistory = (filing: string) =>
  useInfiniteQuery({
    queryKey: ['record-history', filing],
    queryFn: ({ pageParam, signal }) =>
      read<RecordHistory>(`/reviews/${filing}/history${pageParam ? `?cursor=${encodeURIComponent(pageParam)}` : ''}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
