import { z } from 'zod';
import { Instant } from './ids.js';
import { StaffName } from './queue.js';

/** How long decisions took, from sending to the verdict. Missing while there was none. */
export const VerdictTimes = z.object({ p50Ms: z.int().optional(), p95Ms: z.int().optional() });
export type VerdictTimes = z.infer<typeof VerdictTimes>;

/** Of what a rule held, how much was rejected: a rule that is mostly passed wants mending. */
export const RulePrecision = z.object({ rule: z.string(), category: z.string(), decided: z.int(), rejected: z.int() });
export type RulePrecision = z.infer<typeof RulePrecision>;

/** What one moderator did in the time looked at. More than 50 busy rooms each is an alarm. */
export const ModeratorLoad = z.object({ by: StaffName, decided: z.int(), p50Ms: z.int().optional(), rooms: z.int() });
export type ModeratorLoad = z.infer<typeof ModeratorLoad>;

/** `GET /api/v1/moderation/figures?scope=`: of the last 24 hours, the waiting ones as they are now. */
export const QueueFigures = z.object({
  at: Instant,
  since: Instant,
  held: z.int(),
  oldestMs: z.int().optional(),
  verdictTimes: VerdictTimes,
  decided: z.object({ passed: z.int(), rejected: z.int(), expired: z.int(), withdrawn: z.int(), undone: z.int() }),
  /** Decisions that came second: somebody else had decided. */
  collisions: z.int(),
  appeals: z.object({ decided: z.int(), overturned: z.int() }),
  rules: z.array(RulePrecision),
  /** Viewers × seconds that retracted messages were visible. */
  exposure: z.object({ retracted: z.int(), viewerSeconds: z.number() }),
  moderators: z.array(ModeratorLoad),
  busyRooms: z.int(),
  /** More than 50 busy rooms for each moderator who decides. */
  isOverloaded: z.boolean(),
  /** Of whoever asks. */
  mine: z.object({ decided: z.int(), p50Ms: z.int().optional() }),
});
export type QueueFigures = z.infer<typeof QueueFigures>;

/** `GET /api/v1/moderation/transparency` (everybody): how the hub treated messages in the last 30 days, without anybody's name. */
export const Transparency = z.object({
  at: Instant,
  since: Instant,
  published: z.int(),
  /** All that was looked at first, and what waits now: so it is more than what became of them. */
  held: z.int(),
  passed: z.int(),
  rejected: z.int(),
  expired: z.int(),
  retracted: z.int(),
  verdictTimes: VerdictTimes,
  /** What was rejected or retracted, by the rule that its sender was told. */
  rules: z.array(z.object({ rule: z.string(), messages: z.int() })),
  appeals: z.object({ decided: z.int(), overturned: z.int() }),
  exposure: z.object({ viewerSeconds: z.number() }),
});
export type Transparency = z.infer<typeof Transparency>;
