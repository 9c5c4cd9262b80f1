import type { SearchHit } from '@yunhui/contracts';

/**
 * As many hits as are asked for, best first, of each kind a fair share: a place's name stands in more names of
 * units than fit a page, and whoever types it may look for a session. What one kind does not need goes to the best
 * of the others.
 */
export function fairlyMixed(hits: readonly SearchHit[], limit: number): SearchHit[] {
  const kinds = Map.groupBy(hits, ({ kind }) => kind);
  const share = Math.floor(limit / kinds.size);
  const kept = new Set([...kinds.values()].flatMap((ofKind) => ofKind.slice(0, share)));
  for (const hit of hits) {
    if (kept.size >= limit) break;
    kept.add(hit);
  }
  return hits.filter((hit) => kept.has(hit));
}
