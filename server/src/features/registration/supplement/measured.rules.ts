import { bestHealth, dueBeforeMs, overrunMs, type StreamHealth } from '@yunhui/domain';
import type { PlannedSession } from '../../schedule/index.js';
import type { LinkVerdictAt } from '../../streams/index.js';

/** A stretch of time, [start, end), in ms. */
type Stretch = { start: number; end: number };

/** In which a session may have been on: from when it was due until a stream that runs over counts no more. */
export function airtimeOf({ start, end }: Pick<PlannedSession, 'start' | 'end'>): Stretch {
  return { start: start - dueBeforeMs, end: end + overrunMs };
}

/** The same time as stretches that do not meet, so that nothing in it is counted twice. */
export function apart(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const { start, end } of stretches.toSorted((one, other) => one.start - other.start)) {
    const last = found.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
}

/** How long at least one of a session's links could be watched within a stretch, by what was said of them, the oldest first. */
export function onAirMs(verdicts: readonly LinkVerdictAt[], within: Stretch): number {
  const said = new Map<string, StreamHealth>();
  let sum = 0;
  for (const [place, { link, at, health }] of verdicts.entries()) {
    said.set(link, health);
    const from = Math.max(at, within.start);
    const to = Math.min(verdicts[place + 1]?.at ?? within.end, within.end);
    if (to > from && isOnAir([...said.values()])) sum += to - from;
  }
  return sum;
}

function isOnAir(healths: readonly StreamHealth[]): boolean {
  const best = bestHealth(healths);
  return best === 'ok' || best === 'degraded';
}
