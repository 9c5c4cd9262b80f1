/** How near a link is to being watched. */
export type ProbingPhase = 'live' | 'soon' | 'idle';

type Times = { readFrom: Date | null; readUntil: Date | null };

/** From so long before a link is read in earnest it is looked at now and then, so that its host hears in time that it fails. */
export const idleBeforeMs = 24 * 3_600_000;
const soonBeforeMs = 15 * 60_000;

/** While nobody can watch it. */
const intervalMs = { soon: 15_000, idle: 600_000 } as const;
/** Of the interval: links that were planned together are not asked for together. */
const jitter = 0.1;

/** Without times of its own a link is always live: a channel that never stops. */
export function phaseOf({ readFrom }: Times, at: number): ProbingPhase {
  const untilMs = readFrom === null ? 0 : readFrom.getTime() - at;
  if (untilMs <= 0) return 'live';
  return untilMs <= soonBeforeMs ? 'soon' : 'idle';
}

/** When a link is looked at after now. Never later than its reading begins; `lot` is in [0, 1). */
export function nextLookAt(times: Times, { at, liveMs, lot }: { at: number; liveMs: number; lot: number }): number {
  const phase = phaseOf(times, at);
  const next = at + (phase === 'live' ? liveMs : intervalMs[phase]) * (1 + jitter * (2 * lot - 1));
  const begins = times.readFrom?.getTime() ?? 0;
  return Math.round(begins > at ? Math.min(next, begins) : next);
}

/** So many times down within so long, and a link is in quarantine: it stays in the list, last, until it has been quiet for as long. */
export const quarantine = { downs: 3, withinMs: 10 * 60_000 } as const;

/** Until when a link is tried last, after it went down; none when it did not fail that often. `downs` counts this one. */
export function quarantinedUntil(downs: number, at: number): number | undefined {
  return downs >= quarantine.downs ? at + quarantine.withinMs : undefined;
}
