import type { Grant } from '@yunhui/contracts';
import { decidesAt, isWaiting, type WorkflowEvent } from '@yunhui/domain';
import type { FilingRow } from '../filings.repository.js';

/** How long one's own decision can be taken back. */
export const undoWithinMs = 30_000;
/** A look that nobody renews ends by itself. */
export const claimLastsMs = 10 * 60_000;

const undoable: readonly WorkflowEvent[] = ['pass', 'approve', 'return', 'endorse', 'grant', 'decline'];

/** The scopes that somebody reviews: exactly those their grants name. A scope's whole subtree they only read. */
export function reviewedScopes(grants: readonly Grant[]): string[] {
  return grants.flatMap(({ role, region }) => (role === 'reviewer' ? region : []));
}

/** 48 h are left, and it still waits. */
export function isEscalated({ state, escalatesAt }: Pick<FilingRow, 'state' | 'escalatesAt'>, now: number): boolean {
  return isWaiting(state) && escalatesAt !== null && escalatesAt.getTime() <= now;
}

/** The level at which somebody with these grants decides a filing now; nothing when they do not. */
export function decidingLevel(
  row: Pick<FilingRow, 'state' | 'escalatesAt' | 'ladder' | 'level'>,
  grants: readonly Grant[],
  now: number,
): number | undefined {
  if (!isWaiting(row.state)) return undefined;
  return decidesAt({ ladder: row.ladder, level: row.level, isEscalated: isEscalated(row, now) }, reviewedScopes(grants));
}

/** Whether somebody with these grants decides what its host asked for: the level at which it waits. */
export function decidesChange({ ladder, changeLevel }: Pick<FilingRow, 'ladder' | 'changeLevel'>, grants: readonly Grant[]): boolean {
  const scope = changeLevel === null ? undefined : ladder[changeLevel];
  return scope !== undefined && reviewedScopes(grants).includes(scope);
}

/** Whether somebody reviews at one of its levels, whosever turn it is. */
export function isOnLadder({ ladder }: Pick<FilingRow, 'ladder'>, grants: readonly Grant[]): boolean {
  return reviewedScopes(grants).some((scope) => ladder.includes(scope));
}

/** Until when somebody may take a step back: their own last decision, which nobody has followed. */
export function undoUntil(
  step: { byId: string; event: string; at: Date; version: number } | undefined,
  user: string,
  filingVersion: number,
): number | undefined {
  if (!step || step.byId !== user || step.version !== filingVersion || !undoable.some((event) => event === step.event)) return undefined;
  return step.at.getTime() + undoWithinMs;
}

/** The region for which somebody may object to a joint activity that waits: one of its other hosts', which has not objected yet. */
export function objectingScope(
  { state, joint }: Pick<FilingRow, 'state' | 'joint'>,
  grants: readonly Grant[],
  steps: readonly { event: string; scope: string | null }[],
): string | undefined {
  if (!isWaiting(state)) return undefined;
  const objected = steps.flatMap(({ event, scope }) => (event === 'object' ? scope : []));
  return reviewedScopes(grants).find((scope) => joint.includes(scope) && !objected.includes(scope));
}

/** What an approval at a level is: the last level approves, the others pass it on. */
export function approvalAt(level: number, ladder: readonly string[]): 'approve' | 'pass' {
  return level === ladder.length - 1 ? 'approve' : 'pass';
}
