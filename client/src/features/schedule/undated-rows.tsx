import type { UndatedActivity } from '@yunhui/contracts';
import { useWords } from '../../platform/i18n/use-words.js';
import styles from './day-list.module.css';

/** What has no moment yet, as printed: it is on no axis and never at 00:00. */
export function UndatedRows({ undated }: { undated: readonly UndatedActivity[] }) {
  const { t } = useWords();
  if (undated.length === 0) return null;
  return (
    <section data-section="undated">
      <h2 className={styles.heading}>{t('schedule.undated')}</h2>
      <ul className={styles.rows}>
        {undated.map(({ id, title, timeText, tentative, place, placeTentative, hosts, cancelled }) => (
          <li key={id} className={styles.undated}>
            <span className={styles.pending}>
              {cancelled
                ? t(cancelled.postponed ? 'state.postponed' : 'state.cancelled')
                : t(tentative ? 'schedule.tentative' : 'schedule.pending')}
            </span>
            <span className={styles.text} lang="zh-CN">
              <b>{title}</b>
              <small>
                {[cancelled?.reason, timeText, place && (placeTentative ? t('schedule.placeTentative', { place }) : place), hosts[0]]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
