import { z } from 'zod';
import { Instant, Millis, RegionKey, Slug, TopicName } from './ids.js';
import { HouseRule, SanctionKind } from './sanctions.js';

/** Why a viewer reports something: what they can see without knowing the rules. */
export const ReportReason = z.enum(['ad', 'fraud', 'abuse', 'sexual', 'rumour', 'privacy', 'minors', 'dangerous', 'copyright', 'other']);
export type ReportReason = z.infer<typeof ReportReason>;

/** What is reported: a message, or what plays on a channel. */
export const ReportTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), topic: TopicName, id: z.uuid() }),
  z.object({ kind: z.literal('stream'), channel: Slug, session: z.string().max(64).optional() }),
]);
export type ReportTarget = z.infer<typeof ReportTarget>;

/** `POST /api/v1/reports` (whoever has a name). A person reports a thing once: again changes nothing. */
export const Report = z.object({
  target: ReportTarget,
  reason: ReportReason,
  note: z.string().trim().max(200).optional(),
});
export type Report = z.infer<typeof Report>;

/** How a report ended. `upheld`: something was done about it. */
export const ReportVerdict = z.enum(['upheld', 'dismissed']);
export type ReportVerdict = z.infer<typeof ReportVerdict>;

/** One's own report. */
export const OwnReport = z.object({
  id: z.uuid(),
  kind: z.enum(['message', 'stream']),
  reason: ReportReason,
  at: Instant,
  state: z.enum(['open', 'upheld', 'dismissed']),
});
export type OwnReport = z.infer<typeof OwnReport>;
/** `GET /api/v1/reports`: one's own, newest first. */
export const OwnReports = z.object({ items: z.array(OwnReport) });
export type OwnReports = z.infer<typeof OwnReports>;

const Colleague = z.object({ id: z.uuid(), name: z.string() });

/** All reports of one thing: what moderators decide. It stays when the thing is gone, with its words. */
export const ReportGroup = z.object({
  id: z.uuid(),
  version: z.int(),
  target: ReportTarget,
  topic: TopicName.optional(),
  channel: Slug.optional(),
  region: RegionKey.optional(),
  /** A message's words and author, as they were when it was first reported; a stream's title. */
  text: z.string(),
  author: z.object({ id: z.uuid(), name: z.string(), region: RegionKey.optional() }).optional(),
  seq: z.int().optional(),
  sentAt: Instant,
  /** It was taken back meanwhile. */
  gone: z.boolean(),
  reporters: z.int().min(1),
  reasons: z.array(z.object({ reason: ReportReason, count: z.int().min(1) })),
  notes: z.array(z.string()),
  /** Other open groups about the same person. */
  ofAuthor: z.int().min(0),
  risk: z.enum(['high', 'medium', 'low']),
  viewers: z.int().min(0),
  firstAt: Instant,
  lastAt: Instant,
  state: z.enum(['open', 'upheld', 'dismissed']),
  decided: z.object({ by: Colleague, at: Instant, rule: HouseRule.optional() }).optional(),
});
export type ReportGroup = z.infer<typeof ReportGroup>;

/** `GET /api/v1/moderation/reports?scope=&state=&cursor=`: most reporters first, then oldest. Also `?ids=`. */
export const ReportPage = z.object({ items: z.array(ReportGroup), next: z.string().optional(), open: z.int().min(0) });
export type ReportPage = z.infer<typeof ReportPage>;

/** `POST /api/v1/moderation/reports/{id}/verdict`. Upheld, a message is taken back by `rule` in the same act. */
export const DecideReport = z.object({ version: z.int().min(1), verdict: ReportVerdict, rule: HouseRule.optional() });
export type DecideReport = z.infer<typeof DecideReport>;

/** What one appeals against: a message that was rejected or taken back, or a sanction. */
export const AppealTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), id: z.uuid() }),
  z.object({ kind: z.literal('sanction'), id: z.uuid() }),
]);
export type AppealTarget = z.infer<typeof AppealTarget>;

/** `POST /api/v1/appeals` (the person it is about). One appeal for each decision. */
export const Appeal = z.object({ of: AppealTarget, words: z.string().trim().min(1).max(500) });
export type Appeal = z.infer<typeof Appeal>;

export const AppealState = z.enum(['open', 'upheld', 'overturned']);
export type AppealState = z.infer<typeof AppealState>;

/** One's own appeal. `reason` is what the moderator who heard it wrote. */
export const OwnAppeal = z.object({
  id: z.uuid(),
  of: AppealTarget,
  words: z.string(),
  at: Instant,
  state: AppealState,
  reason: z.string().optional(),
});
export type OwnAppeal = z.infer<typeof OwnAppeal>;
/** `GET /api/v1/appeals`: one's own, newest first. */
export const OwnAppeals = z.object({ items: z.array(OwnAppeal) });
export type OwnAppeals = z.infer<typeof OwnAppeals>;

/** An appeal as moderators see it. Whoever decided first is named and cannot hear it. */
export const AppealItem = z.object({
  id: z.uuid(),
  version: z.int(),
  of: AppealTarget,
  what: z.enum(['rejected', 'retracted', ...SanctionKind.options]),
  person: z.object({ id: z.uuid(), name: z.string() }),
  /** The words it is about, as they were. */
  texts: z.array(z.string()),
  rule: z.string().optional(),
  region: RegionKey,
  topic: TopicName.optional(),
  /** Who decided; nobody when a rule did. */
  decidedBy: Colleague.optional(),
  decidedAt: Instant,
  words: z.string(),
  at: Instant,
  state: AppealState,
  heard: z.object({ by: Colleague, at: Instant, reason: z.string() }).optional(),
  /** Whoever asks decided it, and may not hear it. */
  yours: z.boolean(),
});
export type AppealItem = z.infer<typeof AppealItem>;

/** `GET /api/v1/moderation/appeals?scope=&state=&cursor=`, oldest first. */
export const AppealPage = z.object({ items: z.array(AppealItem), next: z.string().optional(), open: z.int().min(0) });
export type AppealPage = z.infer<typeof AppealPage>;

/** `POST /api/v1/moderation/appeals/{id}/verdict`. Overturned, a sanction ends and a rejected message is published. */
export const HearAppeal = z.object({
  version: z.int().min(1),
  verdict: z.enum(['upheld', 'overturned']),
  /** The person reads it. */
  reason: z.string().trim().min(1).max(200),
});
export type HearAppeal = z.infer<typeof HearAppeal>;

/** What one is told once: how a report or an appeal ended, or that one was warned. Told again with each connection until it was seen. */
export const Outcome = z.object({
  id: z.uuid(),
  kind: z.enum(['report', 'appeal', 'warning']),
  result: z.enum(['upheld', 'dismissed', 'overturned', 'warned']),
  rule: HouseRule.optional(),
  /** The words of whoever heard an appeal. */
  reason: z.string().optional(),
  at: Millis,
});
export type Outcome = z.infer<typeof Outcome>;

/** `POST /api/v1/me/outcomes/seen`; `GET /api/v1/me/outcomes` for who has no socket. */
export const SeenOutcomes = z.object({ ids: z.array(z.uuid()).min(1).max(50) });
export const OwnOutcomes = z.object({ items: z.array(Outcome) });
export type OwnOutcomes = z.infer<typeof OwnOutcomes>;
