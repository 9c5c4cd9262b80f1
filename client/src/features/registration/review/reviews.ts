import type {
  ApprovedFilings,
  ApproveFilings,
  ApproveFiling,
  ChangeProgramme,
  ClaimReview,
  DeclineChange,
  GrantChange,
  ObjectToFiling,
  ReturnFiling,
  Review,
  ReviewPage,
  ReviewProblem,
  ReviewScores,
  UndoReview,
} from '@yunhui/contracts';
import { read, refusalOf, replace, write } from '../../../platform/http.js';

/** A page of what waits for whoever asks, or with a scope of all that was handed in there and below. */
export function readReviews(scope: string | undefined, cursor: string | undefined, signal: AbortSignal): Promise<ReviewPage> {
  const asked = new URLSearchParams();
  if (scope !== undefined) asked.set('scope', scope);
  if (cursor !== undefined) asked.set('cursor', cursor);
  return read<ReviewPage>(`/reviews?${asked.toString()}`, signal);
}

export const readReview = (id: string, signal: AbortSignal): Promise<Review> => read<Review>(`/reviews/${id}`, signal);

/** What one does with a filing, of the version one has seen. */
export type ReviewAct =
  | ({ verb: 'claim' } & ClaimReview)
  | ({ verb: 'approve' } & ApproveFiling)
  | ({ verb: 'return' } & ReturnFiling)
  | ({ verb: 'object' } & ObjectToFiling)
  | ({ verb: 'undo' } & UndoReview)
  | ({ verb: 'change/grant' } & GrantChange)
  | ({ verb: 'change/decline' } & DeclineChange)
  | ({ verb: 'programme' } & ChangeProgramme);

export const actOn = (id: string, { verb, ...said }: ReviewAct): Promise<Review> => write<Review>(`/reviews/${id}/${verb}`, said);

/** Several at once: of them those that nobody has to look at. */
export const approveSeveral = (items: ApproveFilings['items']): Promise<ApprovedFilings> =>
  write<ApprovedFilings>('/reviews/approvals', { items } satisfies ApproveFilings);

/** One's own scores, in place of those before. */
export const scoreReview = (id: string, scores: ReviewScores): Promise<Review> => replace<Review>(`/reviews/${id}/scores`, scores);

/** The filing as a colleague has made it, when that is why the hub refuses. */
export function reviewOf(error: unknown): Review | undefined {
  const refusal: Partial<ReviewProblem> | undefined = refusalOf(error);
  return refusal?.review;
}
