import type { FilingStep } from '@yunhui/contracts';
import { Link } from '@tanstack/react-router';
import styles from './side.module.css';
import { useReviewWords } from './use-review-words.js';

/** What happened to it so far, the last first: who, what, when. */
export function StepList({ filing, steps }: { filing: string; steps: readonly FilingStep[] }) {
  const { t, step, scope, moment } = useReviewWords();
  return (
    <section className={styles.panel}>
      <h2>{t('review.history')}</h2>
      <ol className={styles.steps}>
        {steps.toReversed().map((one) => (
          <li key={`${one.at} ${one.event} ${one.by.id}`}>
            <b>{one.scope === undefined ? step(one) : t('review.stepAt', { scope: scope(one.scope), step: step(one) })}</b>
            <small>
              {one.by.name} · <time dateTime={one.at}>{moment(one.at)}</time>
            </small>
            {one.reason ? <small>{one.reason}</small> : null}
          </li>
        ))}
      </ol>
      <Link to="/desk/review/$filing/record" params={{ filing }} className={styles.more}>
        {t('review.record.open')}
      </Link>
    </section>
  );
}
