import { z } from 'zod';
import { FieldChange } from './changes.js';
import { Problem } from './errors.js';
import { Filing, FilingCard, FilingFindings, ReturnReason } from './filings.js';
import { Instant } from './ids.js';

/** Who looks at a filing now. It keeps nobody from deciding. */
export const ReviewClaim = z.object({ by: z.object({ id: z.string(), name: z.string() }), until: Instant });
export type ReviewClaim = z.infer<typeof ReviewClaim>;

/** A filing on the desk. */
export const ReviewCard = FilingCard.extend({
  /** It was returned before and has come back changed. */
  isResubmitted: z.boolean(),
  /** 48 h are left: it stands on top, and the next level up may decide it too. */
  isEscalated: z.boolean(),
  /** Days until it has to be published, today included; none while nobody knows when it begins. */
  daysLeft: z.int().min(0).optional(),
  /** Whether whoever asks may decide it now; else they may only read it. */
  mayDecide: z.boolean(),
  claim: ReviewClaim.optional(),
});
export type ReviewCard = z.infer<typeof ReviewCard>;

/** `GET /api/v1/reviews`: what waits where one reviews; escalated first, then by the day it must be published. */
export const ReviewPage = z.object({ items: z.array(ReviewCard), next: z.string().optional() });
export type ReviewPage = z.infer<typeof ReviewPage>;

/**
 * What `desk:{scope}` carries: hints, never filings; those are read by HTTP. `review.added`: handed in, for the first time or
 * again. `review.claimed`: somebody looks at it. `review.settled`: it was moved on, back, or away.
 */
export const reviewHintKinds = ['review.added', 'review.claimed', 'review.settled'] as const;
export const ReviewHint = z.object({ seq: z.int(), at: z.int(), kind: z.enum(reviewHintKinds), id: z.uuid() });
export type ReviewHint = z.infer<typeof ReviewHint>;

const score = z.int().min(1).max(5).optional();
/**
 * 遴选评分 by the four criteria: 高质量, 广影响, 重效果, 强示范; what is not scored is left out. It decides nothing.
 * `PUT /api/v1/reviews/{id}/scores` puts one's own in place of those before, while one reviews at a level of its ladder.
 */
export const ReviewScores = z.object({ quality: score, reach: score, effect: score, example: score });
export type ReviewScores = z.infer<typeof ReviewScores>;

/** `GET /api/v1/reviews/{id}`. */
export const Review = ReviewCard.extend({
  form: Filing.shape.form,
  steps: Filing.shape.steps,
  findings: FilingFindings,
  /** Since the last return, with the reasons it had; empty the first time. */
  changes: z.array(FieldChange),
  returnedFor: z.array(ReturnReason),
  /** Of a joint activity: whoever asks may object for their region, which returns it. Once. */
  mayObject: z.boolean(),
  /** One's own; none of whoever may not score it. */
  scores: ReviewScores.optional(),
  /** Of what was published: its sessions as the public has them. */
  programme: Filing.shape.programme,
  supplement: Filing.shape.supplement,
  /** Whoever asks decides what its host asked for. */
  mayGrant: z.boolean().optional(),
  /** Whoever asks may cancel, postpone and move at once what is on the programme. */
  mayChange: z.boolean().optional(),
  /** Until when one's own last decision can be taken back. */
  undoUntil: Instant.optional(),
});
export type Review = z.infer<typeof Review>;

/** `POST /api/v1/reviews/{id}/claim`; `take` takes it over from a colleague. */
export const ClaimReview = z.object({ version: z.int(), take: z.boolean().optional() });
export type ClaimReview = z.infer<typeof ClaimReview>;

/** `POST /api/v1/reviews/{id}/approve`: a reason is asked where it is too late. */
export const ApproveFiling = z.object({ version: z.int(), reason: z.string().trim().max(500).optional() });
export type ApproveFiling = z.infer<typeof ApproveFiling>;

/** `POST /api/v1/reviews/approvals`: several at once, each of the version one has seen, and each on its own. */
export const ApproveFilings = z.object({
  items: z
    .array(z.object({ id: z.uuid(), version: z.int() }))
    .min(1)
    .max(50),
});
export type ApproveFilings = z.infer<typeof ApproveFilings>;

/**
 * What became of each. `flagged`: the rules find something that a person has to look at, or a colleague is on it; it was left as
 * it was. `refused`: it was not to be decided any more. `version` is that of what was approved, for its undo.
 */
export const ApprovedFilings = z.object({
  items: z.array(z.object({ id: z.uuid(), outcome: z.enum(['approved', 'flagged', 'refused']), version: z.int().optional() })),
});
export type ApprovedFilings = z.infer<typeof ApprovedFilings>;

/** `POST /api/v1/reviews/{id}/return`: at least one part of the form, each with its reason. */
export const ReturnFiling = z.object({ version: z.int(), reasons: z.array(ReturnReason).min(1).max(15) });
export type ReturnFiling = z.infer<typeof ReturnFiling>;

/** `POST /api/v1/reviews/{id}/object`: a region of another host's, once, with a reason. */
export const ObjectToFiling = z.object({ version: z.int(), reason: z.string().trim().min(1).max(500) });
export type ObjectToFiling = z.infer<typeof ObjectToFiling>;

/** 409 `review.decided`, `review.claimed` and `review.undo-over`: a colleague was first, and this is what they made of it. */
export const ReviewProblem = Problem.extend({ review: Review });
export type ReviewProblem = z.infer<typeof ReviewProblem>;

/** `POST /api/v1/reviews/{id}/undo`: one's own decision of the last 30 s, while nobody has acted since. */
export const UndoReview = z.object({ version: z.int() });
export type UndoReview = z.infer<typeof UndoReview>;
