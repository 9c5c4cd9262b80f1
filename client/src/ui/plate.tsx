import { plateFiles } from 'virtual:plate-files';
import type { CSSProperties } from 'react';
import type { Face } from './element/face.js';
import styles from './plate.module.css';

/** Where the drawing lies, for what shows it outside the page. */
export const plateAddress = ({ plate }: Face): string => plateFiles[plate];

/** 图版: a channel is never without a picture. Until it is there its tone holds the place. Decorative. `first` is not waited for. */
export function Plate({ face, first = false }: { face: Face; first?: boolean }) {
  return (
    <span className={styles.plate} style={{ '--tone': face.tone } as CSSProperties} aria-hidden="true">
      <img
        src={plateFiles[face.plate]}
        alt=""
        decoding="async"
        loading={first ? 'eager' : 'lazy'}
        fetchPriority={first ? 'high' : 'auto'}
      />
    </span>
  );
}
