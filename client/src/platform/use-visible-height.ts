import { useEffect } from 'react';

/** Some phones lay the keyboard over the page without telling `dvh`: the visible height is written to `--visible-height`. */
export function useVisibleHeight(): void {
  useEffect(() => {
    const viewport = visualViewport;
    if (!viewport) return undefined;
    const write = () => {
      document.documentElement.style.setProperty('--visible-height', `${Math.round(viewport.height)}px`);
      // The page itself does not scroll here; phones push it up all the same when a field takes the focus.
      if (viewport.scale === 1) scrollTo(0, 0);
    };
    viewport.addEventListener('resize', write);
    return () => {
      viewport.removeEventListener('resize', write);
      document.documentElement.style.removeProperty('--visible-height');
    };
  }, []);
}
