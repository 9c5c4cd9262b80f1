import type { SearchHit } from '@yunhui/contracts';

/**
 * A session that is given again on other days is one thing to whoever looks for it: of those with one title on one
 * channel only the one on air stays, else the next, else the last; it takes the place of the best.
 */
export function nearestOfEach(hits: readonly SearchHit[], now: number): SearchHit[] {
  const kept = new Map<string, SearchHit>();
  for (const hit of hits) {
    const key = hit.kind === 'session' ? JSON.stringify([hit.channel, hit.title]) : JSON.stringify([hit.kind, hit.id]);
    const known = kept.get(key);
    if (!known || isNearer(hit, known, now)) kept.set(key, hit); // a key that is there keeps its place
  }
  return [...kept.values()];
}

function isNearer(one: SearchHit, other: SearchHit, now: number): boolean {
  const [a, b] = [distance(one, now), distance(other, now)];
  return a.rank - b.rank < 0 || (a.rank === b.rank && a.away < b.away);
}

/** On air, to come, over; and how far away. */
function distance({ start = 0, end = 0 }: SearchHit, now: number): { rank: number; away: number } {
  if (start <= now && now < end) return { rank: 0, away: 0 };
  return start > now ? { rank: 1, away: start - now } : { rank: 2, away: now - end };
}
