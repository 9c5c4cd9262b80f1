import { z } from 'zod';
import { job } from './job.js';

/** All background work of the hub, on one page. */
export const jobs = {
  'facts.deliver': job({
    queue: 'facts',
    payload: z.object({ id: z.int(), name: z.string(), key: z.string(), version: z.int(), handler: z.string() }),
    attempts: 1, // the sweep tries again, with growing pauses, until the handler has finished
    key: ({ id, handler }) => `fact:${id}:${handler}`,
  }),
  'facts.prune': job({
    queue: 'chores',
    payload: z.object({}),
    attempts: 1, // tomorrow is early enough
    key: () => 'all',
  }),
  'streams.look-at-due': job({
    queue: 'probes',
    payload: z.object({}),
    attempts: 1, // the next second claims what is due; a late look is worth nothing
    key: () => 'all',
  }),
  'stills.take-due': job({
    queue: 'stills',
    payload: z.object({}),
    attempts: 1, // what is due stays due; a late still is worth nothing
    key: () => 'all',
  }),
  'registration.publish-due': job({
    queue: 'chores',
    payload: z.object({}),
    attempts: 1, // the next look finds what this one left
    key: () => 'all',
  }),
  'registration.change-due': job({
    queue: 'chores',
    payload: z.object({}),
    attempts: 1, // the next look finds what this one left
    key: () => 'all',
  }),
  'registration.move-due': job({
    queue: 'chores',
    payload: z.object({}),
    attempts: 1, // when to look is in Postgres
    key: () => 'all',
  }),
  'registration.remind-due': job({
    queue: 'chores',
    payload: z.object({}),
    attempts: 1, // when to remind is in Postgres
    key: () => 'all',
  }),
  'registration.forget-lists': job({
    queue: 'chores',
    payload: z.object({}),
    attempts: 1, // the next look finds what this one left
    key: () => 'all',
  }),
  'uploads.forget-loose': job({
    queue: 'chores',
    payload: z.object({}),
    attempts: 1, // the next look finds what this one left
    key: () => 'all',
  }),
  'mail.send-due': job({
    queue: 'deliveries',
    payload: z.object({}),
    attempts: 1, // each mail has its tries and its next time in Postgres
    key: () => 'all',
  }),
  'mail.prune': job({
    queue: 'chores',
    payload: z.object({}),
    attempts: 1, // tomorrow is early enough
    key: () => 'all',
  }),
  'webhooks.send-due': job({
    queue: 'deliveries',
    payload: z.object({}),
    attempts: 1, // each delivery has its tries and its next time in Postgres
    key: () => 'all',
  }),
  'webhooks.prune': job({
    queue: 'chores',
    payload: z.object({}),
    attempts: 1, // tomorrow is early enough
    key: () => 'all',
  }),
  'demo.lay-programme': job({
    queue: 'chores',
    payload: z.object({}),
    attempts: 1, // the next minute looks again
    key: () => 'all',
  }),
};

export type JobName = keyof typeof jobs;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobs)[Name]['payload']>;
