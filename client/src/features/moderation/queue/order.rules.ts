import type { QueueItem } from '@yunhui/contracts';

/** The terms that order the queue, as they are now. */
export type Rank = { level: number; viewers: number; age: number; total: number };

/**
 * How urgent an item is now: `level·100 + 20·log10(1+viewers) + 10·log2(1+age/10 s)`. The hub's own figures hold for what
 * it counts; age goes on while one reads, so that two items read at different times are still compared at one moment.
 */
export function rankOf({ score: { level, viewers }, sentAt }: Pick<QueueItem, 'score' | 'sentAt'>, now: number): Rank {
  const ageMs = Math.max(0, now - Date.parse(sentAt));
  const age = 10 * Math.log2(1 + ageMs / 10_000);
  return { level, viewers, age, total: level + viewers + age };
}

/** Most urgent first, and of two as urgent the one that has waited longer: the same order as the hub's. */
export function byUrgency(now: number): (one: QueueItem, other: QueueItem) => number {
  return (one, other) =>
    rankOf(other, now).total - rankOf(one, now).total || Date.parse(one.sentAt) - Date.parse(other.sentAt) || (one.id < other.id ? -1 : 1);
}
