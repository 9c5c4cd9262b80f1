import styles from './hash-cell.module.css';

/** The sign of a campaign-wide topic, where a channel has its element cell. */
export function HashCell() {
  return (
    <span className={styles.hash} aria-hidden="true">
      #
    </span>
  );
}
