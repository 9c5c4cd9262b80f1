import type { z } from 'zod';

/** Where work waits. Queues do not wait for each other; `atOnce` is how many jobs of one a process does at the same time. */
export const queues = {
  /** Looks at streams: waits for other people's servers, costs little of ours. */
  probes: { atOnce: 16 },
  /** Stills of what is live: each run takes a while, and must not keep looks waiting. */
  stills: { atOnce: 1 },
  /** What is sent to other people's servers, which may let us wait. */
  deliveries: { atOnce: 4 },
  /** Facts on their way to those who listen. */
  facts: { atOnce: 8 },
  /** Everything the hub does by the clock. */
  chores: { atOnce: 2 },
} as const;
export type QueueName = keyof typeof queues;

/** One kind of background work. Every job may run twice, so its handler looks before it acts. */
export type Job<Payload extends z.ZodType> = {
  queue: QueueName;
  payload: Payload;
  /** How often it is tried before it is given up; the waits between grow from one second. */
  attempts: number;
  /** Two jobs of one kind with one key are one job while the first waits or runs. */
  key: (payload: z.infer<Payload>) => string;
};

/** Keeps the payload's type beside its schema, so that a handler is checked against it. */
export function job<Payload extends z.ZodType>(definition: Job<Payload>): Job<Payload> {
  return definition;
}
