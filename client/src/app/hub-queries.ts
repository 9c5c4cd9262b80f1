import { QueryClient } from '@tanstack/react-query';
import { refusalOf } from '../platform/http.js';

/** What the hub refuses for good is not asked again; anything else three times, with growing pauses by lot. */
const worthAnotherTry = (failures: number, error: Error): boolean => failures < 3 && refusalOf(error)?.retry !== 'never';

const pauseMs = (failures: number): number => Math.min(1000 * 2 ** failures, 8000) * (0.5 + Math.random() / 2);

export const hubQueries = new QueryClient({
  defaultOptions: {
    queries: { retry: worthAnotherTry, retryDelay: pauseMs, staleTime: 10_000 },
    // Without a network nothing waits unseen until there is one: it has not arrived, which is said.
    mutations: { networkMode: 'always' },
  },
});
