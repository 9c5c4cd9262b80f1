import type { CellProblem, ImportedRow, ImportOutcome } from '@yunhui/contracts';
import type { WhyUnread } from './read-file.js';
import { isRefused, type Row, type WhyNoRows } from './rows.rules.js';

/** A row with what the hub has said of it, as far as it was asked, and whether it keeps it now. */
export type KnownRow = Row & { outcome?: ImportOutcome; isKept?: boolean };

/**
 * From a file to drafts: read, asked about, looked at, kept. `stopped` keeps how far it got: what may have been kept
 * without an answer is known again by its number.
 */
export type ImportState =
  | { phase: 'choosing'; why?: WhyUnread | WhyNoRows }
  | { phase: 'reading' }
  | { phase: 'asking' | 'keeping'; rows: readonly KnownRow[]; unknownHeads: readonly string[]; done: number; total: number }
  | { phase: 'stopped'; during: 'asking' | 'keeping'; rows: readonly KnownRow[]; unknownHeads: readonly string[]; error: unknown }
  | { phase: 'looking' | 'kept'; rows: readonly KnownRow[]; unknownHeads: readonly string[] };

export type ImportEvent =
  | { type: 'file' }
  | { type: 'unread'; why: WhyUnread | WhyNoRows }
  | { type: 'begun'; during: 'asking' | 'keeping'; rows: readonly KnownRow[]; unknownHeads: readonly string[]; total: number }
  | { type: 'answered'; rows: readonly ImportedRow[] }
  | { type: 'over' }
  | { type: 'failed'; error: unknown }
  | { type: 'again' };

export const choosing: ImportState = { phase: 'choosing' };

export function nextImport(state: ImportState, event: ImportEvent): ImportState {
  switch (event.type) {
    case 'file':
      return { phase: 'reading' };
    case 'unread':
      return { phase: 'choosing', why: event.why };
    case 'begun':
      return { phase: event.during, rows: event.rows, unknownHeads: event.unknownHeads, done: 0, total: event.total };
    case 'again':
      return choosing;
    default:
      return state.phase === 'asking' || state.phase === 'keeping' ? underWay(state, event) : state;
  }
}

function underWay(state: ImportState & { phase: 'asking' | 'keeping' }, event: ImportEvent): ImportState {
  const { phase: during, rows, unknownHeads } = state;
  switch (event.type) {
    case 'answered':
      return { ...state, rows: withAnswers(rows, event.rows, during === 'keeping'), done: state.done + event.rows.length };
    case 'over':
      return { phase: during === 'asking' ? 'looking' : 'kept', rows, unknownHeads };
    case 'failed':
      return { phase: 'stopped', during, rows, unknownHeads, error: event.error };
    default:
      return state;
  }
}

function withAnswers(rows: readonly KnownRow[], answers: readonly ImportedRow[], isKept: boolean): KnownRow[] {
  const answered = new Map(answers.map((answer) => [answer.row, answer]));
  return rows.map((row) => {
    const answer = answered.get(row.row);
    return answer ? { ...row, outcome: answer.outcome, problems: answer.problems, isKept } : row;
  });
}

/** What is still to be asked of the hub, or to be kept by it. */
export function rowsFor(during: 'asking' | 'keeping', rows: readonly KnownRow[]): KnownRow[] {
  return during === 'asking'
    ? rows.filter((row) => !isRefused(row) && row.outcome === undefined)
    : rows.filter(({ outcome, isKept }) => !isKept && (outcome === 'new' || outcome === 'changed'));
}

/** How many rows come to what; those with a mistake were never sent. */
export function countsOf(rows: readonly KnownRow[]): Record<ImportOutcome, number> {
  const counts = { new: 0, changed: 0, same: 0, refused: 0 };
  for (const { outcome } of rows) counts[outcome ?? 'refused'] += 1;
  return counts;
}

/** The rows of which something is to be said. */
export const spokenOf = (rows: readonly KnownRow[]): (KnownRow & { problems: CellProblem[] })[] =>
  rows.filter(({ problems }) => problems.length > 0);
