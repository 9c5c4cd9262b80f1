import { startTransition, useEffect, useState } from 'react';
import { afterPaint } from '../../platform/after-paint.js';

/** Two rows where four stand side by side, two screens of a phone. */
const mostOf = (): number => (matchMedia('(min-width: 1200px)').matches ? 8 : 4);

/** Once in the life of a document: whoever comes back from a channel finds the page as long as it was, and their place on it. */
let wasDrawn = false;

/** A page that is loaded again or gone back to begins where it was left, which may be far down. */
const beginsAtTop = (): boolean => {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return visit?.type === 'navigate' && location.hash === '';
};

/**
 * How many channels are drawn. A slow phone takes a second for all eight thousand pixels of them, and shows nothing
 * till then: of a page that has just been opened the first screens come first, and the rest as soon as they are painted.
 */
export function useFirstScreens(): number {
  const [all, drawAll] = useState(() => wasDrawn || !beginsAtTop());
  useEffect(() => {
    wasDrawn = true;
    return all ? undefined : afterPaint(() => startTransition(() => drawAll(true)));
  }, [all]);
  return all ? Infinity : mostOf();
}
