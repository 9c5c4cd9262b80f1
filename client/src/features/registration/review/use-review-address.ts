import { useNavigate, useSearch } from '@tanstack/react-router';
import type { QueuePart } from './review.rules.js';

/** `waiting`: what waits for oneself. `all`: all that was handed in in one's scope. */
export type ReviewList = 'waiting' | 'all';
type Asked = { list?: string | undefined; part?: string | undefined; id?: string | undefined };
type Changes = Partial<{ list: ReviewList; part: QueuePart; id: string | undefined }>;
export type ReviewAddress = { list: ReviewList; part: QueuePart; id: string | undefined; go: (changes: Changes) => void };

/** Reads `?list=all&part=again&id=…` and writes it: what is passed on opens the same, and Back leaves a filing. */
export function useReviewAddress(): ReviewAddress {
  const asked: Asked = useSearch({ strict: false });
  const navigate = useNavigate();
  const now = {
    list: (asked.list === 'all' ? 'all' : 'waiting') as ReviewList,
    part: (asked.part === 'again' || asked.part === 'first' ? asked.part : 'all') as QueuePart,
    id: typeof asked.id === 'string' ? asked.id : undefined,
  };
  const go = (changes: Changes) => {
    const { list, part, id } = { ...now, ...changes };
    const search: Asked = { list: list === 'waiting' ? undefined : list, part: part === 'all' ? undefined : part, id };
    // From one filing to the next is no place that one goes back to; from the list to a filing is.
    void navigate({ to: '.', search, replace: now.id !== undefined && id !== undefined, resetScroll: false });
  };
  return { ...now, go };
}
