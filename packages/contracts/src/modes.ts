import { z } from 'zod';
import { Instant, RegionKey, TopicName } from './ids.js';
import { StaffName } from './queue.js';

/** Between two messages of one speaker. */
export const SlowModeMs = z.int().min(1_000).max(300_000);
/** So much later a message appears. */
export const DelayMs = z.int().min(1_000).max(600_000);

/** How a topic takes messages, as its moderators want it. What is left out is as it is in an open topic. */
export const TopicMode = z.object({
  /** Nobody speaks; announcements, pins and releases of holds go on. */
  closed: z.boolean().optional(),
  /** Hosts and staff of the topic's region speak, nobody else. */
  staffOnly: z.boolean().optional(),
  /** Who has an account speaks, guests do not. */
  verifiedOnly: z.boolean().optional(),
  emojiOnly: z.boolean().optional(),
  /** For schools: the hub's own phrases and reactions, no words of one's own. */
  minors: z.boolean().optional(),
  /** 先审后发: a moderator looks at everything first. */
  reviewFirst: z.boolean().optional(),
  /** A moderator looks first at what somebody new says. */
  newGuestsHeld: z.boolean().optional(),
  /** A moderator looks first at what screening finds fault with. Only `false` lets it through. */
  riskyHeld: z.boolean().optional(),
  /** Off unless it is `on`. */
  links: z.enum(['on', 'off']).optional(),
  delayMs: DelayMs.optional(),
  slowModeMs: SlowModeMs.optional(),
  /** Whether the hub slows a crowded topic by itself. It does, unless this is `off`. */
  automaticSlow: z.enum(['on', 'off']).optional(),
  /** Messages shown per second instead of VISIBLE_BUDGET; 0 shows all. */
  budget: z.int().min(0).max(10_000).optional(),
});
export type TopicMode = z.infer<typeof TopicMode>;

/** The key of a conversation's state that carries `RoomMode`. */
export const modeKey = 'mode';
/**
 * What holds in a conversation now, as everybody may know it: its own mode made stricter by shields and by who is on
 * duty. Only what differs from an open room is there. The entry `mode` of the log has the same fields, and `fallback`.
 */
export const RoomMode = z.object({
  closed: z.boolean().optional(),
  staffOnly: z.boolean().optional(),
  verifiedOnly: z.boolean().optional(),
  emojiOnly: z.boolean().optional(),
  minors: z.boolean().optional(),
  reviewFirst: z.boolean().optional(),
  newGuestsHeld: z.boolean().optional(),
  /** Missing: links are off. */
  links: z.literal('on').optional(),
  delayMs: z.int().optional(),
  slowModeMs: z.int().optional(),
  /** The hub slowed it, because so much is said. */
  slowedByItself: z.boolean().optional(),
  /** 无人值守模式: no moderator is on duty. */
  unattended: z.boolean().optional(),
});
export type RoomMode = z.infer<typeof RoomMode>;

/** Why a topic is stricter than its own mode says. */
export const ModeCause = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shield'), scope: RegionKey, reason: z.string() }),
  z.object({ kind: z.literal('unattended') }),
  z.object({ kind: z.literal('automatic'), slowModeMs: z.int() }),
]);
export type ModeCause = z.infer<typeof ModeCause>;

/** `GET /api/v1/topics/{topic}/mode` (moderators of the topic's region), and the answer to `PUT`. */
export const TopicModeStanding = z.object({
  topic: TopicName,
  /** Of the topic's own mode: give it back with a change, so that two moderators do not undo each other unseen. */
  version: z.int(),
  own: TopicMode,
  room: RoomMode,
  because: z.array(ModeCause),
});
export type TopicModeStanding = z.infer<typeof TopicModeStanding>;

/** `GET /api/v1/moderation/modes?topics=`, by comma, at most 64; those that the asker may not moderate are missing. */
export const TopicModeList = z.object({ items: z.array(TopicModeStanding) });
export type TopicModeList = z.infer<typeof TopicModeList>;

/** `PUT /api/v1/topics/{topic}/mode`: the whole of its own mode anew. With another `version` by now: `mode.changed`. */
export const ChangeMode = z.object({ mode: TopicMode, version: z.int().optional() });
export type ChangeMode = z.infer<typeof ChangeMode>;

/** What a shield may ask for: only what makes a topic stricter. */
export const ShieldMode = z
  .object({
    closed: z.literal(true),
    staffOnly: z.literal(true),
    verifiedOnly: z.literal(true),
    emojiOnly: z.literal(true),
    minors: z.literal(true),
    reviewFirst: z.literal(true),
    newGuestsHeld: z.literal(true),
    riskyHeld: z.literal(true),
    links: z.literal('off'),
    delayMs: DelayMs,
    slowModeMs: SlowModeMs,
  })
  .partial()
  .refine((mode) => Object.keys(mode).length > 0, 'must ask for something');
export type ShieldMode = z.infer<typeof ShieldMode>;

/** What may be asked of rooms that nobody looks after, as the hub's settings name it. */
export const UnattendedWay = z.enum(['risky-held', 'links-off', 'new-guests-held', 'review-first', 'emoji-only', 'staff-only', 'closed']);
export type UnattendedWay = z.infer<typeof UnattendedWay>;

/** A shield over all conversations of a region and below it. */
export const Shield = z.object({
  scope: RegionKey,
  mode: ShieldMode,
  reason: z.string(),
  by: StaffName,
  at: Instant,
  /** It ends by itself. */
  until: Instant.optional(),
});
export type Shield = z.infer<typeof Shield>;

/** `GET /api/v1/moderation/shields`: those that hold now, wherever the asker moderates something, above it and below. */
export const ShieldList = z.object({ items: z.array(Shield) });
export type ShieldList = z.infer<typeof ShieldList>;

/** `POST /api/v1/moderation/shields`, in place of the one that the scope had; `DELETE …/shields/{scope}` lifts it. */
export const RaiseShield = z.object({
  /** A region's key, in any case. */
  scope: z.string().min(1).max(32),
  mode: ShieldMode,
  /** For colleagues and the audit. */
  reason: z.string().trim().min(1).max(200),
  minutes: z.int().min(1).max(1_440).optional(),
});
export type RaiseShield = z.infer<typeof RaiseShield>;

/** `POST /api/v1/moderation/duty`: a beat of a cockpit that is open and used, each minute. It covers all below its scopes. */
export const OnDuty = z.object({ scopes: z.array(z.string().min(1).max(32)).min(1).max(40) });
export type OnDuty = z.infer<typeof OnDuty>;

export const DutyStanding = z.object({
  /** One counts as on duty until then, unless another beat comes. */
  until: Instant,
  /** Scopes of one's own that nobody looks after: their rooms are in 无人值守模式. */
  unattended: z.array(RegionKey),
});
export type DutyStanding = z.infer<typeof DutyStanding>;
