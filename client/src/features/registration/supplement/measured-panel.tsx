import type { SupplementMeasured } from '@yunhui/contracts';
import { useWords } from '../../../platform/i18n/use-words.js';
import formStyles from '../form/form.module.css';
import styles from './supplement.module.css';

type Props = { measured: SupplementMeasured };

/** What the hub has of the sessions. What it did not look at it says so of. */
export function MeasuredFigures({ measured: { minutesLive, peakViewers, messages } }: Props) {
  const { t } = useWords();
  const unmeasured = t('supplement.measured.none');
  return (
    <>
      <dl className={styles.figures}>
        <div>
          <dt>{t('supplement.measured.minutesLive')}</dt>
          <dd>{minutesLive === undefined ? unmeasured : t('supplement.measured.minutes', { minutes: minutesLive })}</dd>
        </div>
        <div>
          <dt>{t('supplement.measured.messages')}</dt>
          <dd>{messages === undefined ? unmeasured : t('supplement.measured.said', { messages })}</dd>
        </div>
        <div>
          <dt>{t('supplement.measured.viewers')}</dt>
          <dd>{peakViewers === undefined ? unmeasured : t('supplement.measured.devices', { devices: peakViewers })}</dd>
        </div>
      </dl>
      <p className={styles.help}>{t('supplement.measured.help')}</p>
    </>
  );
}

/** The same beside the form. */
export function MeasuredPanel({ measured }: Props) {
  const { t } = useWords();
  return (
    <section className={formStyles.panel} aria-labelledby="supplement-measured">
      <h2 id="supplement-measured">{t('supplement.measured.title')}</h2>
      <MeasuredFigures measured={measured} />
    </section>
  );
}
