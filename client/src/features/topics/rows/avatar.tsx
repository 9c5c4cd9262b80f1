import type { CSSProperties } from 'react';
import { toneFor } from '../../../ui/element/face.js';
import styles from './rows.module.css';

/** Who speaks, by the first character of the name in a tone that is always theirs. */
export function Avatar({ name }: { name: string }) {
  return (
    <span className={styles.avatar} style={{ '--tone': toneFor(name) } as CSSProperties} aria-hidden="true">
      {[...name][0]}
    </span>
  );
}
