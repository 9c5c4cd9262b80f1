import { useEffect, useRef, useState, type CSSProperties } from 'react';
import type { Face } from './element/face.js';
import styles from './plate.module.css';

/**
 * 图版: a channel is never without a picture. Drawn when it comes near the screen, by code that is fetched after the
 * first paint; until then its tone holds the place. Decorative.
 */
export function Plate({ face, seed }: { face: Face; seed: string }) {
  const place = useRef<HTMLSpanElement>(null);
  const [address, setAddress] = useState<string>();

  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    let gone = false;
    const observer = new IntersectionObserver(
      (seen) => {
        if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        void import('./plates/index.js').then(({ plateAddress }) => {
          if (!gone) setAddress(plateAddress(face.plate, seed));
        });
      },
      { rootMargin: '300px' },
    );
    observer.observe(element);
    return () => {
      gone = true;
      observer.disconnect();
    };
  }, [face.plate, seed]);

  return (
    <span ref={place} className={styles.plate} style={{ '--tone': face.tone } as CSSProperties} aria-hidden="true">
      {address ? <img src={address} alt="" decoding="async" /> : null}
    </span>
  );
}
