import type { CSSProperties } from 'react';
import type { Face } from './face.js';
import styles from './element-cell.module.css';

/** 元素格, the atom of the product: code and symbol on the tone of the plate. Decorative, since a name stands beside it. */
export function ElementCell({ face, size = 40 }: { face: Face; size?: 28 | 40 | 44 | 56 | 64 }) {
  return (
    <span
      className={styles.cell}
      style={{ '--tone': face.tone, '--size': `${size}px` } as CSSProperties}
      data-letters={face.symbol.length}
      data-small={size < 40 || undefined}
      aria-hidden="true"
    >
      <i>{face.code}</i>
      <b>{face.symbol}</b>
    </span>
  );
}
