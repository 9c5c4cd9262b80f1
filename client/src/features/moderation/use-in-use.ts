import { useEffect, useRef, useState } from 'react';

const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Whether a hand has been on this page since it was opened, and when it last was. A page that was left open is no watch. */
export function useInUse(): { touched: boolean; usedWithin: (ms: number) => boolean } {
  const [touched, setTouched] = useState(false);
  const last = useRef(Number.NEGATIVE_INFINITY);
  const [usedWithin] = useState(() => (ms: number) => !document.hidden && performance.now() - last.current <= ms);
  useEffect(() => {
    const used = () => {
      last.current = performance.now();
      setTouched(true);
    };
    for (const sign of signs) addEventListener(sign, used, { passive: true });
    return () => {
      for (const sign of signs) removeEventListener(sign, used);
    };
  }, []);
  return { touched, usedWithin };
}
