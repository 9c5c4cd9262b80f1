import type { FieldChange, FormField, Grant, Review, ReviewCard } from '@yunhui/contracts';
import { formFields } from '@yunhui/domain';

/** Whether the desk of review is somebody's: those who decide there, and those who answer for the whole. The hub judges each request itself. */
export const mayEnterReviews = (grants: readonly Grant[]): boolean => grants.some(({ role }) => role === 'reviewer' || role === 'operator');

/** The scopes whose desks somebody follows. */
export const scopesOf = (grants: readonly Grant[]): readonly string[] => [
  ...new Set(grants.flatMap(({ role, region }) => (role === 'reviewer' || role === 'operator' ? region : []))),
];

/** The part of the queue one looks at: what came back changed, what is new, or both. */
export type QueuePart = 'all' | 'again' | 'first';
export const isInPart = ({ isResubmitted }: ReviewCard, part: QueuePart): boolean => part === 'all' || isResubmitted === (part === 'again');

/** A row of the filing: what it is now, what it was when it was returned, and why it came back then. */
export type FieldRow = { field: FormField; change?: FieldChange; returned?: Review['returnedFor'][number] };

/**
 * The parts of a filing in the order in which they are looked at: what was changed since the return, then what came back and
 * was left as it was, then all others. The first time there is one list.
 */
export function fieldRows({ changes, returnedFor, state }: Pick<Review, 'changes' | 'returnedFor' | 'state'>): {
  changed: readonly FieldRow[];
  again: readonly FieldRow[];
  others: readonly FieldRow[];
} {
  const rows = formFields.map((field): FieldRow => {
    const change = changes.find((one) => one.field === field);
    const returned = returnedFor.find((one) => one.field === field);
    return { field, ...(change && { change }), ...(returned && { returned }) };
  });
  const isAgain = ({ change, returned }: FieldRow): boolean => !change && returned !== undefined && state !== 'returned';
  return {
    changed: rows.filter(({ change }) => change),
    again: rows.filter(isAgain),
    others: rows.filter((row) => !row.change && !isAgain(row)),
  };
}

/** Pieces of a text as it was and as it is: those only before, those only now, those in both. */
export type Piece = { words: string; in: 'both' | 'before' | 'after' };

/** What is other in a list of lines, each as a whole; the order is that of now, with what is gone first. */
export function lineDifference(before: readonly string[], after: readonly string[]): { before: Piece[]; after: Piece[] } {
  const piece = (words: string, known: readonly string[], side: 'before' | 'after'): Piece => ({
    words,
    in: known.includes(words) ? 'both' : side,
  });
  return {
    before: before.map((words) => piece(words, after, 'before')),
    after: after.map((words) => piece(words, before, 'after')),
  };
}

const verdicts = ['pass', 'approve', 'return', 'object', 'undo', 'withdraw', 'endorse', 'grant', 'decline', 'cancel', 'postpone'];

/** What else is there to say: a colleague's last act on a filing that one had open, so that it is told and not only seen. */
export function decidedByOther(review: Review, me: string): Review['steps'][number] | undefined {
  const last = review.steps.at(-1);
  const isVerdict = last !== undefined && verdicts.includes(last.event);
  return isVerdict && last.by.id !== me && !review.mayDecide && !review.mayGrant ? last : undefined;
}
