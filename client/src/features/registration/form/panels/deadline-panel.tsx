import type { FilingDeadline } from '@yunhui/contracts';
import { timeWords } from '@yunhui/domain';
import { useWords } from '../../../../platform/i18n/use-words.js';
import styles from '../form.module.css';

/** A day in the words of the form. */
export function useDayWords(): (day: string) => string {
  const { language } = useWords();
  return (day) => timeWords({ precision: 'day', from: day, to: day, tentative: false }, language === 'en' ? 'en' : 'zh');
}

/** 请在 N 天内提交（审核约需 M 个工作日）, in one line. */
export function DeadlineLine({ deadline }: { deadline: FilingDeadline }) {
  const { t } = useWords();
  const day = useDayWords();
  const { daysLeft, reviewWorkingDays: working, submitBy } = deadline;
  if (daysLeft === 0) return t('form.deadline.over', { day: day(submitBy) });
  return daysLeft === 1 ? t('form.deadline.today', { working }) : t('form.deadline.within', { days: daysLeft, working });
}

/** What the calendar leaves, and why. */
export function DeadlinePanel({ deadline }: { deadline: FilingDeadline | undefined }) {
  const { t } = useWords();
  const day = useDayWords();
  if (!deadline) return <p className={`${styles.panel} ${styles.help}`}>{t('form.deadline.unknown')}</p>;
  return (
    <section className={`${styles.panel} ${styles.deadline}`}>
      <b className={styles.days} data-late={deadline.daysLeft === 0 || undefined} aria-hidden="true">
        {deadline.daysLeft}
      </b>
      <div>
        <h2>
          <DeadlineLine deadline={deadline} />
        </h2>
        <p>{t('form.deadline.why', { publishBy: day(deadline.publishBy), submitBy: day(deadline.submitBy) })}</p>
      </div>
    </section>
  );
}
