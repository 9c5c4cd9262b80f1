import styles from './epg-head.module.css';
import { hoursIn, xOf, type Span } from './epg.rules.js';
import { useGuideWords } from './use-guide-words.js';

/** The hours on top, and now among them. */
export function EpgHead({ span, now }: { span: Span; now: number | undefined }) {
  const { t, clock } = useGuideWords();
  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1}>
        <th scope="col" className={styles.corner}>
          {t('schedule.channels')}
        </th>
        <th scope="col" className={styles.hours}>
          <span className="unseen">{t('schedule.times')}</span>
          {hoursIn(span).map((hour) => (
            <span key={hour} className={styles.hour} style={{ left: xOf(hour, span) }} aria-hidden="true">
              {clock(hour)}
            </span>
          ))}
          {now === undefined ? null : (
            <span className={styles.nowTag} style={{ left: xOf(now, span) }}>
              {clock(now)} {t('schedule.now')}
            </span>
          )}
        </th>
      </tr>
    </thead>
  );
}
