import { createHash } from 'node:crypto';

/** A row as the chain sees it: everything as text, so that every database and every build hash the same. */
export type AuditRow = {
  id: string;
  /** UTC with microseconds. */
  at: string;
  who: string;
  act: string;
  subject: string;
  from: string | null;
  to: string | null;
  reason: string | null;
  difference: string | null;
};
export type Link = { position: number; hash: string };
export type ChainedRow = AuditRow & Link;

/** What stands before the first row. */
export const chainStart: Link = { position: 0, hash: '0'.repeat(64) };

/** A row's hash covers its place and the hash before it: a row that is changed, moved, put in or taken out shows in every later one. */
function linkAfter(before: Link, row: AuditRow): Link {
  const position = before.position + 1;
  const { id, at, who, act, subject, from, to, reason, difference } = row;
  const covered = JSON.stringify([before.hash, position, id, at, who, act, subject, from, to, reason, difference]);
  return { position, hash: createHash('sha256').update(covered).digest('hex') };
}

/** Places and hashes for rows in the order given. */
export function chain(last: Link, rows: readonly AuditRow[]): (Link & { id: string })[] {
  let before = last;
  return rows.map((row) => ({ id: row.id, ...(before = linkAfter(before, row)) }));
}

/** The first row that is not what was chained after `last`; nothing when all are. */
export function firstBroken(last: Link, rows: readonly ChainedRow[]): ChainedRow | undefined {
  let before = last;
  return rows.find((row) => {
    const { position, hash } = (before = linkAfter(before, row));
    return row.position !== position || row.hash !== hash;
  });
}
