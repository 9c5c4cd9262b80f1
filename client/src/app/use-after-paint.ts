import { useEffect, useState } from 'react';

/** So long a page that has just been opened has the network for itself. */
const AFTER_PAINT_MS = 1_000;

/** Whether what nobody waits for may begin. */
export function useAfterPaint(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPainted(true), AFTER_PAINT_MS);
    return () => clearTimeout(timer);
  }, []);
  return painted;
}
