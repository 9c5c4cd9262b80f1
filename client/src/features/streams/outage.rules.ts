/** A source that stands still, since when its picture last moved. */
type Outage = { source: number; since: number };
/** What the one line tells: a source broke off, for how long nothing moved, and another came in its place. */
type Recovery = { source: number; at: number; lastedMs: number; switched: boolean };

export type OutageLog = { open?: Outage; last?: Recovery };

export const noOutage: OutageLog = {};

/** A source failed. Of several in a row the first is the one that the viewer was watching: it keeps its name and its time. */
export const sourceFailed = (log: OutageLog, source: number, movedAt: number): OutageLog =>
  log.open ? log : { ...log, open: { source, since: movedAt } };

/** The picture moves: what was open is closed, and told. */
export function pictureMoves(log: OutageLog, source: number, now: number): OutageLog {
  if (!log.open) return log;
  const { source: from, since } = log.open;
  return { last: { source: from, at: since, lastedMs: now - since, switched: from !== source } };
}
