import type { QueueItem } from '@yunhui/contracts';
import { partsOf } from './marked.rules.js';
import styles from './queue-row.module.css';

/** The words, with what screening found in them marked. Always text, never markup. */
export function MarkedText({ item }: { item: Pick<QueueItem, 'text' | 'findings'> }) {
  return partsOf(item).map(({ text, found }, place) =>
    // Parts have no name but their place, and change only with the text.
    // oxlint-disable-next-line react/no-array-index-key
    found ? (
      <mark key={place} className={styles.found}>
        {text}
      </mark>
    ) : (
      <span key={place}>{text}</span>
    ),
  );
}
