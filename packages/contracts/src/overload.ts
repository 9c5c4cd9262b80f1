import { z } from 'zod';
import { Instant } from './ids.js';

/**
 * How a node serves when it has more to do than it can, from nothing left out to sockets given up: frames less often,
 * every second message, no messages for who neither plays nor types, and following over HTTP. Each contains those before it.
 */
export const LadderLevel = z.enum(['full', 'slow', 'sampled', 'state', 'http']);
export type LadderLevel = z.infer<typeof LadderLevel>;

/** A level that holds on all nodes whatever they measure; it ends by itself, for it is forgotten when the day is over. */
export const LadderHold = z.object({ level: LadderLevel, reason: z.string(), until: Instant });
export type LadderHold = z.infer<typeof LadderHold>;

/** `PUT /api/v1/operations/ladder` (operators of the whole country): hold a level, or with `null` let each node find its own again. */
export const HoldLadder = z.object({
  level: LadderLevel.nullable(),
  /** Why, for whoever reads the audit. */
  reason: z.string().trim().min(1).max(200),
  /** How long it holds. */
  minutes: z.int().min(1).max(1_440).default(60),
});
export type HoldLadder = z.infer<typeof HoldLadder>;

/** `GET /api/v1/operations/ladder`: how the node that answers serves now, and what it measured. */
export const LadderStanding = z.object({
  level: LadderLevel,
  /** How late its timers are: the median of the last second. */
  lagMs: z.int(),
  /** The longest that a frame took to all of its readers, within the last second. */
  deliveryMs: z.int(),
  hold: LadderHold.optional(),
});
export type LadderStanding = z.infer<typeof LadderStanding>;
