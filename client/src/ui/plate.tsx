import { plateFiles } from 'virtual:plate-files';
import { type CSSProperties, useState } from 'react';
import type { Face } from './element/face.js';
import styles from './plate.module.css';

/** Where the drawing lies, for what shows it outside the page. */
export const plateAddress = ({ plate }: Face): string => plateFiles[plate];

/** A still over the plate. The one before stays until the next is there, and one that is gone is never seen. */
function Still({ address }: { address: string }) {
  const [shown, setShown] = useState<string>();
  return (
    <>
      {shown !== undefined && shown !== address ? <img className={styles.still} src={shown} alt="" data-shown /> : null}
      <img
        key={address}
        className={styles.still}
        src={address}
        alt=""
        decoding="async"
        loading="lazy"
        data-shown={shown === address || undefined}
        onLoad={() => setShown(address)}
        onError={() => setShown(undefined)}
      />
    </>
  );
}

/**
 * 图版: a channel is never without a picture. Until it is there its tone holds the place; a `still` of what is on lies over it.
 * Decorative. `first` is not waited for.
 */
export function Plate({ face, first = false, still }: { face: Face; first?: boolean; still?: string | undefined }) {
  return (
    <span className={styles.plate} style={{ '--tone': face.tone } as CSSProperties} aria-hidden="true">
      <img
        src={plateFiles[face.plate]}
        alt=""
        decoding="async"
        loading={first ? 'eager' : 'lazy'}
        fetchPriority={first ? 'high' : 'auto'}
      />
      {still ? <Still address={still} /> : null}
    </span>
  );
}
