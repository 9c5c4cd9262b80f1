import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useMedia } from '../../platform/use-media.js';
import styles from './player-corner.module.css';
import { closePlayer } from './playing.js';

/**
 * Keeps its children in one element of their own and puts that into the slot, or into a corner of the shell when there
 * is none: they are moved, never made anew.
 */
export function PlayerPlace({ slot, name, children }: { slot: HTMLElement | undefined; name: string; children: ReactNode }) {
  const [home] = useState(() => document.createElement('div'));
  const corner = useRef<HTMLElement>(null);
  const cramped = useMedia('(max-height: 520px) and (orientation: landscape)');

  useLayoutEffect(() => {
    (slot ?? corner.current)?.append(home);
  }, [slot, home]);
  useEffect(() => () => home.remove(), [home]);
  useEffect(() => {
    if (cramped && !slot) closePlayer();
  }, [cramped, slot]);

  return (
    <>
      <aside ref={corner} className={styles.corner} aria-label={name} hidden={slot !== undefined} />
      {createPortal(children, home)}
    </>
  );
}
