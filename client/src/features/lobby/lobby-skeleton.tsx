import { useTranslation } from '../../platform/i18n/use-translation.js';
import styles from './lobby-skeleton.module.css';

/** Flat sunken shapes where the cards will be; nothing shimmers. */
export function LobbySkeleton() {
  const { t } = useTranslation();
  return (
    <div>
      <output className="unseen">{t('lobby.loading')}</output>
      <span className={styles.line} />
      <span className={styles.headline} />
      <div className={styles.grid} aria-hidden="true">
        {[1, 2, 3, 4, 5, 6, 7, 8].map((card) => (
          <div key={card}>
            <span className={styles.poster} />
            <span className={styles.body}>
              <i />
              <span>
                <u />
                <u />
              </span>
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
