/** Between two messages of one speaker, ms: as far as the hub slows a room by itself, step by step. */
export const steps = [0, 3_000, 10_000, 30_000, 60_000] as const;

/** So long more must be said than can be shown before a room is slowed (further). */
const risesAfterMs = 10_000;
/** So long it must be calm before it is let go by a step. */
const fallsAfterMs = 60_000;
/** Calm is less than this share of what can be shown: between the two nothing changes. */
const calmShare = 0.5;

/** How crowded a room is, and since when. `slowMs` is what its row said at the last look. */
export type Crowd = { slowMs: number; tone: 'loud' | 'between' | 'calm'; sinceMs: number };
type Look = { slowMs: number; perSecond: number; budget: number; nowMs: number };

/**
 * One look at a room: how crowded it is now, and what its slow mode should become if it should become another. Loud is what
 * nobody could read: more said than is shown. With a budget of 0 everything is shown, so nothing is too much. Each step waits its
 * full time, also after one that somebody else has taken.
 */
export function lookedAt(crowd: Crowd | undefined, { slowMs, perSecond, budget, nowMs }: Look): { crowd: Crowd; change?: number } {
  const tone = toneOf(perSecond, budget);
  const isSame = crowd !== undefined && crowd.tone === tone && crowd.slowMs === slowMs;
  const now: Crowd = { slowMs, tone, sinceMs: isSame ? crowd.sinceMs : nowMs };
  const lastedMs = nowMs - now.sinceMs;
  const at = stepOf(slowMs);
  if (tone === 'loud' && lastedMs >= risesAfterMs && at < steps.length - 1) return { crowd: now, change: steps[at + 1] };
  if (tone === 'calm' && lastedMs >= fallsAfterMs && at > 0) return { crowd: now, change: steps[at - 1] };
  return { crowd: now };
}

function toneOf(perSecond: number, budget: number): Crowd['tone'] {
  if (budget === 0 || perSecond < budget * calmShare) return 'calm';
  return perSecond > budget ? 'loud' : 'between';
}

const stepOf = (slowMs: number): number =>
  Math.max(
    0,
    steps.findLastIndex((step) => step <= slowMs),
  );
