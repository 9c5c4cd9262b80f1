import { z } from 'zod';
import { Role } from './accounts.js';
import { Instant, RegionKey, TopicName } from './ids.js';
import { Seq } from './topics.js';

/** Why somebody is treated or a message taken away: the categories of the lists, and what only people see. */
export const HouseRule = z.enum([
  'ad',
  'diversion',
  'fraud',
  'rumour',
  'flame',
  'privacy',
  'hate',
  'sexual',
  'threat',
  'minors',
  'flood',
  'impersonation',
  'other',
]);
export type HouseRule = z.infer<typeof HouseRule>;

/** What moderators may do about a person: a word, silence for a time, or out for a time. */
export const SanctionKind = z.enum(['warn', 'mute', 'ban']);
export type SanctionKind = z.infer<typeof SanctionKind>;

/** The steps of a mute, ms, from 10 s to 24 h: each strike of the last 30 days proposes the next one. */
export const muteLadderMs = [10_000, 60_000, 5 * 60_000, 30 * 60_000, 2 * 3_600_000, 24 * 3_600_000] as const;
/** The shortest and the longest mute, and the longest ban. */
export const sanctionLimitsMs = { mute: { least: 10_000, most: 86_400_000 }, ban: { least: 60_000, most: 365 * 86_400_000 } } as const;
/** So long after it was placed its row can be undone, unless somebody has acted since. */
export const sanctionUndoMs = 30_000;

/**
 * `POST /api/v1/moderation/sanctions`. `scope` is the region it holds for, with everything below; with `CN` it is on
 * the national list, from which a region may be excepted. `durationMs` is left out for a word of warning alone.
 */
export const PlaceSanction = z.object({
  /** Made by the client: a retry is not a second strike. */
  id: z.uuid(),
  kind: SanctionKind,
  user: z.uuid(),
  scope: RegionKey,
  durationMs: z.int().min(sanctionLimitsMs.mute.least).max(sanctionLimitsMs.ban.most).optional(),
  rule: HouseRule,
  /** For colleagues and for whoever hears an appeal; the person is told the rule, not this. */
  note: z.string().trim().max(500).optional(),
  /** The messages it is about: their words are kept as evidence, also when they are retracted. */
  evidence: z
    .array(z.object({ topic: TopicName, id: z.uuid() }))
    .max(20)
    .optional(),
  /** Takes back what the person said in the scope within the last so many minutes; what of it is held is rejected. */
  hideMinutes: z.int().min(1).max(1_440).optional(),
});
export type PlaceSanction = z.infer<typeof PlaceSanction>;

/** The words that a sanction is about, as they were. */
export const KeptWords = z.object({ topic: TopicName, id: z.uuid(), text: z.string(), at: Instant });
export type KeptWords = z.infer<typeof KeptWords>;

/** `active` until its time is over (a warning never is); `lifted` early, `undone` at once, `overturned` on appeal: those are no strikes. */
export const SanctionState = z.enum(['active', 'over', 'lifted', 'undone', 'overturned']);
export type SanctionState = z.infer<typeof SanctionState>;

const Colleague = z.object({ id: z.uuid(), name: z.string() });

/** A sanction as moderators see it. */
export const Sanction = z.object({
  id: z.uuid(),
  version: z.int(),
  kind: SanctionKind,
  user: z.object({ id: z.uuid(), name: z.string() }),
  scope: RegionKey,
  /** Regions where it does not hold. */
  except: z.array(RegionKey),
  rule: HouseRule,
  note: z.string().optional(),
  evidence: z.array(KeptWords),
  /** Which one it is of those that counted when it was placed, itself included. */
  strike: z.int().min(1),
  by: Colleague,
  at: Instant,
  /** When it ends; a warning has none. */
  until: Instant.optional(),
  state: SanctionState,
  ended: z.object({ by: Colleague, at: Instant, reason: z.string() }).optional(),
  hideMinutes: z.int().optional(),
  /** How many of the person's messages were taken back with it. */
  hidden: z.int().min(0),
  /** Until then `undo` is taken. */
  undoUntil: Instant.optional(),
});
export type Sanction = z.infer<typeof Sanction>;

/** `GET /api/v1/moderation/sanctions?scope=&user=&state=&cursor=`, newest first. */
export const SanctionPage = z.object({ items: z.array(Sanction), next: z.string().optional() });
export type SanctionPage = z.infer<typeof SanctionPage>;

/** `GET /api/v1/moderation/people/{user}`: what is known of a person, and what is proposed. */
export const PersonFile = z.object({
  user: z.object({ id: z.uuid(), name: z.string(), kind: z.enum(['guest', 'account']), since: Instant, sample: z.boolean().optional() }),
  /** The highest role they have anywhere. */
  role: Role.optional(),
  /** Why nothing can be done about them by whoever asks: a higher role, or oneself. */
  untouchable: z.enum(['higher-role', 'oneself']).optional(),
  /** What counted in the last 30 days. */
  strikes: z.int().min(0),
  /** The next step of the ladder, and all of them. */
  proposed: z.object({ kind: SanctionKind, durationMs: z.int().optional() }),
  ladderMs: z.array(z.int()),
  sanctions: z.array(Sanction),
  /** Their messages that were taken back by others in the last 24 h: with one of them trust is 0. */
  retracted: z.int().min(0),
  reports: z.object({ open: z.int().min(0), upheld: z.int().min(0), dismissed: z.int().min(0) }),
});
export type PersonFile = z.infer<typeof PersonFile>;

/** `DELETE /api/v1/moderation/sanctions/{id}?version=&reason=`: ends it early. */
export const LiftSanction = z.object({ version: z.coerce.number().int().min(1), reason: z.string().trim().min(1).max(200) });
export type LiftSanction = z.infer<typeof LiftSanction>;

/** `POST /api/v1/moderation/sanctions/{id}/undo`: within `sanctionUndoMs`, and only while nobody has acted on it since. */
export const UndoSanction = z.object({ version: z.int().min(1) });

/** `POST /api/v1/moderation/sanctions/{id}/exceptions`, and without a body `DELETE …/exceptions/{region}`. */
export const ExceptRegion = z.object({ region: RegionKey, reason: z.string().trim().min(1).max(200) });
export type ExceptRegion = z.infer<typeof ExceptRegion>;

/** `POST /api/v1/moderation/retractions`: takes messages back in one topic. Those that are gone already are no mistake. */
export const RetractMessages = z
  .object({
    topic: TopicName,
    ids: z.array(z.uuid()).max(200).optional(),
    seqs: z.array(Seq).max(200).optional(),
    rule: HouseRule,
  })
  .refine(({ ids = [], seqs = [] }) => ids.length + seqs.length > 0, { path: ['ids'], message: 'names no message' });
export type RetractMessages = z.infer<typeof RetractMessages>;
export const RetractedMessages = z.object({ retracted: z.int().min(0) });
export type RetractedMessages = z.infer<typeof RetractedMessages>;

/** A sanction as the person it is about sees it: what, why, until when, where, and whether they may still appeal. */
export const OwnSanction = z.object({
  id: z.uuid(),
  kind: SanctionKind,
  rule: HouseRule,
  scope: z.object({ key: RegionKey, name: z.string(), nameEn: z.string().optional() }),
  at: Instant,
  until: Instant.optional(),
  appeal: z.enum(['possible', 'open', 'upheld', 'overturned']),
});
export type OwnSanction = z.infer<typeof OwnSanction>;

/** `GET /api/v1/me/standing?topic=`: what holds for whoever asks, in a topic or anywhere. */
export const OwnStanding = z.object({
  /** The one that lasts longest where one asked. */
  muted: OwnSanction.optional(),
  banned: OwnSanction.optional(),
  /** Where the topic that was asked about belongs, and whether they may moderate it. */
  region: RegionKey.optional(),
  moderates: z.boolean(),
  /** As what they speak there. Left out, they speak as anybody does: a grant counts where it holds, and below. */
  role: Role.optional(),
  all: z.array(OwnSanction),
});
export type OwnStanding = z.infer<typeof OwnStanding>;
