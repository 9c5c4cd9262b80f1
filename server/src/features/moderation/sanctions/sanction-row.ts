import type { KeptWords, Sanction } from '@yunhui/contracts';
import { stateOf, undoUntil } from './sanctions.rules.js';

/** A sanction as one statement reads it, with what belongs to it. */
export type SanctionRow = {
  id: string;
  version: number;
  kind: Sanction['kind'];
  user: { id: string; name: string };
  scope: string;
  rule: Sanction['rule'];
  note: string | null;
  strike: number;
  by: { id: string; name: string } | null;
  at: string;
  until: string | null;
  hideMinutes: number | null;
  hidden: number;
  endedAt: string | null;
  endedBy: { id: string; name: string } | null;
  endedAs: 'lifted' | 'undone' | 'overturned' | null;
  endedReason: string | null;
  except: string[];
  evidence: KeptWords[];
};

/** Who acted where no person did. */
const nobody = { id: '00000000-0000-0000-0000-000000000000', name: '' };

/** The row as moderators see it at a time. */
export function toSanction(row: SanctionRow, now: number): Sanction {
  const { note, by, until, hideMinutes, endedAt, endedBy, endedAs, endedReason, ...rest } = row;
  const at = new Date(row.at);
  const undoable = undoUntil({ at, version: row.version, endedAs });
  return {
    ...rest,
    at: at.toISOString(),
    by: by ?? nobody,
    state: stateOf({ until: until === null ? null : new Date(until), endedAs }, now),
    evidence: row.evidence.map((words) => ({ ...words, at: new Date(words.at).toISOString() })),
    ...(note !== null && { note }),
    ...(until !== null && { until: new Date(until).toISOString() }),
    ...(hideMinutes !== null && { hideMinutes }),
    ...(endedAt !== null && { ended: { by: endedBy ?? nobody, at: new Date(endedAt).toISOString(), reason: endedReason ?? '' } }),
    ...(undoable !== undefined && undoable > now && { undoUntil: new Date(undoable).toISOString() }),
  };
}
