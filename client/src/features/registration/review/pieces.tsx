import styles from './pieces.module.css';
import type { Piece } from './review.rules.js';
import { useReviewWords } from './use-review-words.js';

/** What is gone is struck through, what is new is underlined: neither is told by its colour alone. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  const { t } = useReviewWords();
  if (pieces.length === 0) return <span className={styles.empty}>{t('review.nothing')}</span>;
  return pieces.map(({ words, in: side }, at) => (
    <span key={`${at} ${words}`} className={styles.line}>
      {side === 'both' ? words : side === 'before' ? <del>{words}</del> : <ins>{words}</ins>}
    </span>
  ));
}
