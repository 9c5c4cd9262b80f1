import type { StreamLink } from '@yunhui/contracts';
import { useRef } from 'react';
import type { StartAt } from './engine/engine.js';

/** So near its end a recording is over: whoever plays it again wants its beginning. */
const overBeforeEndS = 2;

/** The place in a recording, for the next source of the same list: what is live has none. */
export function usePlace(links: readonly StreamLink[]) {
  const place = useRef<{ link: string; atS: number } | undefined>(undefined);
  return {
    moved: ({ id, kind }: StreamLink, { currentTime, duration }: { currentTime: number; duration: number }): void => {
      const goesOn = kind !== 'hls-live' && currentTime < duration - overBeforeEndS;
      place.current = goesOn ? { link: id, atS: currentTime } : undefined;
    },
    startAt: ({ kind }: StreamLink): StartAt => {
      const known = place.current;
      return kind !== 'hls-live' && known && links.some(({ id }) => id === known.link) ? known.atS : undefined;
    },
  };
}
