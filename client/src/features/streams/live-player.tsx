import { useLayoutEffect, useRef } from 'react';
import { currentMode } from '../../platform/mode.js';
import styles from './live-player.module.css';
import { desk, leavePage, showOnPage } from './playing.js';

/** On its side a phone has no room to spare, and nothing pops up for elders. */
const mayGoOn = (): boolean => currentMode() !== 'elder' && !matchMedia('(max-height: 520px) and (orientation: landscape)').matches;

/**
 * The place of a channel's player on its page. The player itself lives in the shell and is put here, so that it goes on
 * in the corner when the page is left, with the same video element and without loading anything again.
 */
export function LivePlayer({ slug }: { slug: string }) {
  const slot = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (slot.current) showOnPage(slug, slot.current);
    return () => {
      const now = desk.get();
      leavePage(slug, now?.slug === slug && now.isOn() && mayGoOn());
    };
  }, [slug]);
  return <div ref={slot} className={styles.slot} />;
}
