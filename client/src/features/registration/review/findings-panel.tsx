import type { Review, Severity } from '@yunhui/contracts';
import { isWaiting } from '@yunhui/domain';
import CircleCheck from 'lucide-react/icons/circle-check';
import Clock from 'lucide-react/icons/clock-alert';
import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { icon } from '../../../ui/icon.js';
import styles from './side.module.css';
import { useReviewWords } from './use-review-words.js';

const signs = { hard: TriangleAlert, soft: TriangleAlert, note: Info } satisfies Record<Severity, unknown>;

/** What the rules find, the gravest first, and how long there is: what a reviewer does not have to look for. Of what is decided nothing is found any more. */
export function FindingsPanel({ review: { findings, daysLeft, state } }: { review: Review }) {
  const { t, pick, day } = useReviewWords();
  const publishBy = findings.deadline && day(Date.parse(`${findings.deadline.publishBy}T00:00:00+08:00`));
  if (!isWaiting(state)) return null;
  const isClean = !findings.items.some(({ severity }) => severity !== 'note');
  return (
    <section className={styles.panel}>
      <h2>{t('review.findings')}</h2>
      <ul className={styles.findings}>
        {isClean ? (
          <li data-look="good">
            <CircleCheck {...icon(18)} />
            {t('review.clean')}
          </li>
        ) : null}
        {publishBy !== undefined && daysLeft !== undefined ? (
          <li data-look={daysLeft <= 1 ? 'soft' : 'note'}>
            <Clock {...icon(18)} />
            {daysLeft === 0 ? t('review.publishedLate', { day: publishBy }) : t('review.publishBy', { day: publishBy, count: daysLeft })}
          </li>
        ) : null}
        {findings.items.map(({ code, at, severity, says }) => {
          const Sign = signs[severity];
          return (
            <li key={`${code} ${at ?? ''}`} data-look={severity}>
              <Sign {...icon(18)} />
              {pick(says.zh, says.en)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
