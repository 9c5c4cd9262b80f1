import type { FoundRegions } from '@yunhui/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { read } from './http.js';

/** The regions that are called so; while one writes on, those found before. */
export const useRegions = (words: string) =>
  useQuery({
    queryKey: ['regions', words],
    queryFn: ({ signal }) => read<FoundRegions>(`/regions?q=${encodeURIComponent(words)}`, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
