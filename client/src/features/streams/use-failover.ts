import type { StreamLink } from '@yunhui/contracts';
import { useEffect, useRef } from 'react';
import { useLatest } from '../../platform/use-latest.js';
import { afterFailure, lately, type LinkMemory, noFailures, patienceMs, placeAfterFailure, placeToReturnTo } from './failover.rules.js';

const LOOK_EVERY_MS = 5_000;

type Failover = {
  /** Remembers that the link at a place failed, and says where to go. */
  failed: (place: number) => number;
  /** How long a picture may stand now. */
  patienceMs: () => number;
  /** Whether none was left in the last minutes. */
  settled: () => boolean;
  /** The viewer has taken this one: nothing better is looked for. */
  chosen: () => void;
};

/**
 * Ranked failover in both ways, without ping-pong: down at once, and up again when what plays has settled, the better link
 * has rested, the hub speaks well of it, and two readings of ours find that it moves. `playing` is the place of what plays.
 */
export function useFailover(links: readonly StreamLink[], playing: number | undefined, returnTo: (place: number) => void): Failover {
  const memory = useRef<LinkMemory>(noFailures);
  const switchedAt = useRef<readonly number[]>([]);
  const byHand = useRef(false);
  const latest = useLatest({ links, returnTo });

  useEffect(() => {
    if (playing === undefined || playing === 0) return undefined;
    const since = Date.now();
    const left = new AbortController();
    let looking = false;
    const look = async (): Promise<void> => {
      const { links: now } = latest.current;
      const place = placeToReturnTo(
        now,
        { place: playing, sinceMs: Date.now() - since, byHand: byHand.current },
        memory.current,
        Date.now(),
      );
      const link = place === undefined ? undefined : now[place];
      if (looking || place === undefined || link?.kind !== 'hls-live') return;
      looking = true;
      // Few ever fail over, and only they look back.
      const { movesOn } = await import('./engine/moves-on.js');
      const good = await movesOn(link.url, left.signal);
      looking = false;
      if (left.signal.aborted) return;
      if (good) latest.current.returnTo(place);
      else memory.current = afterFailure(memory.current, link.url, Date.now());
    };
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => {
      left.abort();
      clearInterval(timer);
    };
  }, [playing, latest]);

  return {
    failed: (place) => {
      const now = Date.now();
      const urls = links.map(({ url }) => url);
      memory.current = afterFailure(memory.current, urls[place] ?? '', now);
      switchedAt.current = [...switchedAt.current, now].slice(-8);
      byHand.current = false;
      return placeAfterFailure(urls, place, memory.current, now);
    },
    patienceMs: () => patienceMs(links.length > 1, lately(switchedAt.current, Date.now())),
    settled: () => lately(switchedAt.current, Date.now()) === 0,
    chosen: () => {
      byHand.current = true;
    },
  };
}
