import { overrunMs, type StreamHealth } from '@yunhui/domain';
import type { FindingCode } from '../checkup/findings.js';

/** Reading begins this long before a session's start, so that a good stream is known when it begins. */
export const readBeforeMs = 60_000;

/** Two failed readings in a row, and six seconds between the first and the last: one lost packet is no interruption. */
const downAfterReadings = 2;
const downAfterMs = 6_000;

/** A live playlist that has not moved for three of its target durations is a frozen one; never sooner than this. */
const stalledAtLeastMs = 10_000;

/** When the live playlists of a session are read: until an overrun is over. */
export function readingWindow({ start, end }: { start: number; end: number }): { from: number; until: number } {
  return { from: start - readBeforeMs, until: end + overrunMs };
}

/** What one look at a link found. A look that failed says by what, as a check-up would. */
export type Look = { at: number; found: { position: number; targetMs: number } } | { at: number; found: 'failed'; finding: FindingCode };

/** What is remembered of a link between two looks. Times in ms. */
export type Readings = {
  position?: number;
  /** When the playlist last moved. */
  movedAt?: number;
  /** The failed looks in a row, and the first of them. */
  failures: number;
  failingSince?: number;
  /** What the looks alone said of it, whatever its viewers say. */
  looked?: StreamHealth;
};

/** Puts a look to the readings before it: good while the playlist moves, or is seen for the first time. */
export function addLook(before: Readings | undefined, look: Look): { readings: Readings; good: boolean; finding: FindingCode } {
  const { at, found } = look;
  const failing = { failures: (before?.failures ?? 0) + 1, failingSince: before?.failingSince ?? at };
  if (found === 'failed') return { readings: { ...before, ...failing }, good: false, finding: look.finding };

  const moved = before?.position === undefined || before.position !== found.position;
  const movedAt = moved ? at : (before.movedAt ?? at);
  const place = { position: found.position, movedAt };
  const stalled = at - movedAt > Math.max(stalledAtLeastMs, 3 * found.targetMs);
  return stalled
    ? { readings: { ...place, ...failing }, good: false, finding: 'edge.stands' }
    : { readings: { ...place, failures: 0 }, good: true, finding: 'all.good' };
}

/**
 * What we say of a link after a look. Up at once, since a viewer waits; down only with patience, since
 * a viewer who watches from a buffer notices neither a lost reading nor its correction. Past the end
 * of its session the first failure is enough: it is the end that was announced.
 */
export function healthAfter(
  before: StreamHealth,
  { readings, good }: { readings: Readings; good: boolean },
  { at, end }: { at: number; end?: number },
): StreamHealth {
  if (good) return 'ok';
  if (end !== undefined && at >= end) return 'down';
  const failingMs = at - (readings.failingSince ?? at);
  return readings.failures >= downAfterReadings && failingMs >= downAfterMs ? 'down' : before;
}

/** What the looks said before; when that was lost, what was said of the link, which was on the air if its viewers made it so. */
export const lookedBefore = (health: StreamHealth, readings: Readings | undefined): StreamHealth =>
  readings?.looked ?? (health === 'degraded' ? 'ok' : health);

/** The end of the session whose playlists are read until `until`. */
export function sessionEnd(until: Date | null): number | undefined {
  return until === null ? undefined : until.getTime() - overrunMs;
}
