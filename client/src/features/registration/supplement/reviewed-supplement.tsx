import type { Review } from '@yunhui/contracts';
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { Problem } from '../../../ui/form.js';
import sideStyles from '../review/side.module.css';
import { useReviewWords } from '../review/use-review-words.js';
import { MeasuredFigures } from './measured-panel.js';
import { SupplementShown } from './supplement-shown.js';
import { useRuleWords } from './supplement-time.js';
import styles from './supplement.module.css';
import { UnlockSheet } from './unlock-sheet.js';
import { useReviewedSupplement, useWorkerList } from './use-supplement.js';

/** What came of an activity, for its desk: what was handed in, until when the rest may be, and opening it again. */
export function ReviewedSupplement({ review: { id, supplement: time } }: { review: Review }) {
  const { t, moment, problem } = useReviewWords();
  const { rule, unfinished, left } = useRuleWords();
  const { data: supplement, error, refetch } = useReviewedSupplement(id, time !== undefined);
  const [isUnlocking, setUnlocking] = useState(false);
  if (!time) return null;
  return (
    <section className={`${sideStyles.panel} ${styles.panel}`} aria-labelledby="reviewed-supplement">
      <h2 id="reviewed-supplement">{t('supplement.title')}</h2>
      {!supplement && !error ? <output className={styles.help}>{t('supplement.reading')}</output> : null}
      {!supplement && error ? (
        <>
          <p role="alert">{problem(error, t('supplement.unread'))}</p>
          <Button onClick={() => void refetch()}>{t('page.retry')}</Button>
        </>
      ) : null}
      {supplement ? (
        <>
          <p>
            <b>{t(`supplement.standing.${supplement.standing}`)}</b> {supplement.standing === 'open' ? left(supplement) : ''}
          </p>
          {supplement.handedIn ? (
            <p>{t('supplement.handedIn.by', { name: supplement.handedIn.by, time: moment(supplement.handedIn.at) })}</p>
          ) : null}
          {[rule(supplement), ...unfinished(supplement)].map((words) => (
            <p key={words} className={styles.help}>
              {words}
            </p>
          ))}
          {supplement.standing === 'open' ? (
            <p className={styles.help}>{t('supplement.desk.writing')}</p>
          ) : (
            <SupplementShown content={supplement.content} />
          )}
          {supplement.hasWorkerList ? <Workers id={id} /> : null}
          <h3>{t('supplement.measured.title')}</h3>
          <MeasuredFigures measured={supplement.measured} />
          {supplement.mayUnlock ? <Button onClick={() => setUnlocking(true)}>{t('supplement.unlock.unlock')}</Button> : null}
          {isUnlocking && supplement.mayUnlock ? (
            <UnlockSheet id={id} may={supplement.mayUnlock} close={() => setUnlocking(false)} />
          ) : null}
        </>
      ) : null}
    </section>
  );
}

/** Who took part: shown when asked for, because that is written down. */
function Workers({ id }: { id: string }) {
  const { t, problem } = useReviewWords();
  const { mutate, data, isPending, error } = useWorkerList(id);
  return (
    <>
      <h3>{t('supplement.field.workerList')}</h3>
      {data ? (
        <p className={styles.people}>{data.workerList}</p>
      ) : (
        <>
          <p className={styles.help}>{t('supplement.desk.workers')}</p>
          <Button busy={isPending} onClick={() => mutate()}>
            {t('supplement.desk.showWorkers')}
          </Button>
        </>
      )}
      <Problem>{problem(error, t('supplement.unread'))}</Problem>
    </>
  );
}
