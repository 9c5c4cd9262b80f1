import { z } from 'zod';
import { Role } from './accounts.js';
import { Problem } from './errors.js';
import { Instant, RegionKey, Slug, TopicName } from './ids.js';
import { RegionName } from './matrix.js';
import { MessageKind } from './topics.js';

/** Drawn as a diamond, a square, a circle. It follows from the level: 3 and 4, 1 and 2, 0. */
export const Risk = z.enum(['high', 'medium', 'low']);
export type Risk = z.infer<typeof Risk>;

/** How bad a finding is at worst. 0: nothing was found, somebody looks for another reason. */
export const RiskLevel = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type RiskLevel = z.infer<typeof RiskLevel>;

/** What screening does about a finding, mildest first. */
export const ScreeningAction = z.enum(['mask', 'hold', 'reject', 'mute']);
export type ScreeningAction = z.infer<typeof ScreeningAction>;

/** 0 is new, 1 is known, 2 has a name to lose. */
export const AuthorTrust = z.union([z.literal(0), z.literal(1), z.literal(2)]);
export type AuthorTrust = z.infer<typeof AuthorTrust>;

/** What a finding is about; the pages have a word for each. Lists may bring others. */
export const findingCategories = ['ad', 'diversion', 'flame', 'fraud', 'privacy', 'rumour', 'flood'] as const;

/**
 * Why a message is held; the pages have a word for each. `newcomer`: a new guest where somebody was just banned. The list grows. One
 * that screening refused while it was sent is kept as `refused`: rejected by nobody, for an appeal.
 */
export const holdReasons = ['screening', 'burst', 'review-first', 'delayed', 'risky', 'link', 'new-guest', 'newcomer'] as const;

/** Why screening holds a message: the rule, and where it applies in `text` (UTF-16 units, end exclusive). */
export const QueueFinding = z.object({
  /** A term's id, `personal.{kind}`, `name.{rule}` for the display name, or `flood.repeats|floods|burst`. */
  rule: z.string(),
  /** One of `findingCategories`, or another of the lists. */
  category: z.string(),
  level: RiskLevel,
  action: ScreeningAction,
  start: z.int().min(0),
  end: z.int().min(0),
  /** What hid it: `width`, `traditional`, `look-alike`, `digit-word`, `hidden`, `gap`, `repeat`, `split`, `reversed`, `pinyin`. */
  exposedBy: z.array(z.string()),
});
export type QueueFinding = z.infer<typeof QueueFinding>;

/** What a sender is told of a refusal; the pages have words for each. */
export const rejectionRules = [
  'contact-details',
  'diversion',
  'ad',
  'fraud',
  'flame',
  'rumour',
  'privacy',
  'flood',
  'link',
  'name',
  'off-topic',
  'other',
] as const;
export const RejectionRule = z.enum(rejectionRules);
export type RejectionRule = z.infer<typeof RejectionRule>;

/** Somebody of the staff, as colleagues see them. */
export const StaffName = z.object({ id: z.uuid(), name: z.string() });
export type StaffName = z.infer<typeof StaffName>;

/** Somebody looks at it. It ends by itself; asking again makes it last. It keeps nobody from deciding. */
export const QueueClaim = z.object({ by: StaffName, until: Instant });
export type QueueClaim = z.infer<typeof QueueClaim>;

export const HoldVerdict = z.enum(['passed', 'rejected']);
export type HoldVerdict = z.infer<typeof HoldVerdict>;

/** Who decided what. `by` is missing when nobody did: it ran out, or its author took it back. */
export const QueueDecision = z.object({
  by: StaffName.optional(),
  verdict: z.enum(['passed', 'rejected', 'expired', 'withdrawn']),
  masked: z.boolean().optional(),
  rule: z.string().optional(),
  at: Instant,
  /** Until then it can be taken back from its row, if nobody acts on it meanwhile. */
  undoUntil: Instant.optional(),
});
export type QueueDecision = z.infer<typeof QueueDecision>;

/** The place in the queue and its terms: `level·100 + 20·log10(1+viewers) + 10·log2(1+age/10 s)`; ties by age. */
export const QueueScore = z.object({ level: z.number(), viewers: z.number(), age: z.number(), total: z.number() });
export type QueueScore = z.infer<typeof QueueScore>;

/** One row of the queue: a held message, or the first of a burst that stands for all of it. */
export const QueueItem = z.object({
  id: z.uuid(),
  /** Compared when it is decided. Rises with each decision and each undo. */
  version: z.int(),
  topic: TopicName,
  /** In a channel's room. */
  channel: z.object({ slug: Slug, title: z.string(), titleEn: z.string().optional() }).optional(),
  /** In a campaign-wide topic. */
  hashtag: z.object({ slug: Slug, title: z.string() }).optional(),
  region: RegionName.optional(),
  /** The queue it stands in: `queue:{scope}` hints at it. */
  scope: Slug,
  kind: MessageKind,
  /** As everybody would read it after `passed`: what is masked for certain is masked. */
  text: z.string(),
  findings: z.array(QueueFinding),
  /** One of `holdReasons`, or a newer one. */
  why: z.string(),
  level: RiskLevel,
  risk: Risk,
  sentAt: Instant,
  /** It runs out, or of a delayed message: it appears by itself. */
  dueAt: Instant,
  author: z.object({
    id: z.uuid(),
    name: z.string(),
    role: Role.optional(),
    region: RegionKey.optional(),
    kind: z.enum(['guest', 'account']),
    /** When the hub first saw them. */
    since: Instant,
    trust: AuthorTrust,
    sample: z.boolean().optional(),
  }),
  viewers: z.int(),
  score: QueueScore,
  /** Nearly the same, said by several or often; `size` counts those that are held now. */
  burst: z.object({ id: z.string(), size: z.int() }).optional(),
  claim: QueueClaim.optional(),
  state: z.enum(['held', 'passed', 'rejected', 'expired', 'withdrawn']),
  decided: QueueDecision.optional(),
  /** The pipeline and the lists that judged it. */
  screening: z.string().optional(),
});
export type QueueItem = z.infer<typeof QueueItem>;

export const QueueFilter = z.enum(['all', 'high', 'chat', 'question', 'danmaku', 'burst', 'mine', 'delayed', 'decided']);
export type QueueFilter = z.infer<typeof QueueFilter>;

/**
 * `GET /api/v1/moderation/holds?scope=&cursor=&filter=&q=&topic=` and `?scope=&ids=` (≤ 100, by comma; an id within a burst
 * answers the burst's row; also decided ones). `scope` is a region's key in any case and means all below it; without one, all
 * that one's grants cover. `decided`: the last hour's, newest first. `counts` and `oldestAt` stand on the first page and leave filters out.
 */
export const QueuePage = z.object({
  items: z.array(QueueItem),
  next: z.string().optional(),
  at: Instant,
  counts: z.object({ all: z.int(), high: z.int(), chat: z.int(), question: z.int(), danmaku: z.int(), delayed: z.int() }).optional(),
  oldestAt: Instant.optional(),
});
export type QueuePage = z.infer<typeof QueuePage>;

/** `POST …/holds/{id}/claim`, answered by the item; `take` also when a colleague has it. `DELETE` lets it go. */
export const ClaimHold = z.object({ take: z.boolean().default(false) });

/** `POST …/holds/{id}/verdict`, answered by the item. `masked`: passes with every finding masked. */
export const DecideHold = z.object({
  version: z.int().min(1),
  verdict: HoldVerdict,
  masked: z.boolean().optional(),
  /** Told to the sender of what is rejected. */
  rule: RejectionRule.optional(),
});
export type DecideHold = z.infer<typeof DecideHold>;

/** 409 `hold.decided`, `hold.claimed` and `hold.undo-over`: a colleague was first, and this is what they made of it. */
export const HoldDecidedProblem = Problem.extend({ item: QueueItem });
export type HoldDecidedProblem = z.infer<typeof HoldDecidedProblem>;

/** `POST …/holds/{id}/undo`, answered by the item, held again: within 30 s, while nobody has acted on it since. What was passed leaves the log. */
export const UndoVerdict = z.object({ version: z.int().min(1) });

/** `POST …/bursts/{id}/verdict`: all of it that is held now, those that arrived until then. */
export const DecideBurst = z.object({ verdict: HoldVerdict, masked: z.boolean().optional(), rule: RejectionRule.optional() });
export type DecideBurst = z.infer<typeof DecideBurst>;

/**
 * How many this decided, and how many somebody had decided before. `verdict` names it; `POST …/bursts/{id}/undo` with it takes it
 * back within 30 s, while it is the last one, and answers the same of what was taken back.
 */
export const BurstDecided = z.object({
  id: z.string(),
  verdict: z.uuid(),
  decided: z.int(),
  before: z.int(),
  at: Instant,
  undoUntil: Instant.optional(),
});
export type BurstDecided = z.infer<typeof BurstDecided>;
export const UndoBurst = z.object({ verdict: z.uuid() });

/** What `queue:{scope}` carries: hints, never items. `id`: of the held message, of the reports of one thing, or of the appeal. */
export const queueHintKinds = [
  'hold.added',
  'hold.claimed',
  'hold.settled',
  'report.added',
  'report.settled',
  'appeal.added',
  'appeal.settled',
] as const;
export const QueueHint = z.object({
  seq: z.int(),
  at: z.int(),
  kind: z.enum(queueHintKinds),
  id: z.uuid(),
  risk: Risk,
  /** Of a burst: its members after the first hint at most once a second. */
  burst: z.string().optional(),
});
export type QueueHint = z.infer<typeof QueueHint>;
