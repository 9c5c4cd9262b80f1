import type { Review } from '@yunhui/contracts';
import { formFields, isWaiting } from '@yunhui/domain';
import { useState } from 'react';
import { useShortcut } from '../../../platform/shortcuts.js';
import { Button } from '../../../ui/button.js';
import { Field, Problem } from '../../../ui/form.js';
import { reasonsOf, type ReturnDraft } from './draft.rules.js';
import { ObjectForm } from './object-form.js';
import type { ReviewAct } from './reviews.js';
import styles from './side.module.css';
import { useReviewWords } from './use-review-words.js';
import { useReviewAct } from './use-reviews.js';

type DecisionPanelProps = { review: Review; draft: ReturnDraft; decided: () => void };

/** Passing it on, or sending it back: what is marked to go back stands in the way of the other. */
export function DecisionPanel({ review, draft, decided }: DecisionPanelProps) {
  const { t, scope, problem } = useReviewWords();
  const acting = useReviewAct();
  const [reason, setReason] = useState('');
  const { id, version, mayDecide, mayObject, state, ladder, level, daysLeft } = review;
  const act = (said: ReviewAct) => acting.mutate({ id, act: said }, { onSuccess: decided });
  const marked = draft.size;
  const isLate = daysLeft === 0;
  const canApprove = mayDecide && marked === 0 && !(isLate && reason.trim() === '') && !acting.isPending;
  const canReturn = mayDecide && marked > 0 && !acting.isPending;
  const approve = () => canApprove && act({ verb: 'approve', version, ...(isLate && { reason }) });
  const giveBack = () => canReturn && act({ verb: 'return', version, reasons: reasonsOf(draft) });
  useShortcut('a', approve);
  useShortcut('r', giveBack);
  const above = ladder[level + 1];
  return (
    <section className={`${styles.panel} ${styles.decision}`} aria-label={t('review.decision')}>
      {mayDecide ? (
        <>
          <h2>{marked > 0 ? t('review.marked', { count: marked, others: formFields.length - marked }) : t('review.decision')}</h2>
          {isLate ? (
            <Field label={t('review.lateReason')}>
              <textarea rows={2} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
            </Field>
          ) : null}
          <div className={styles.acts}>
            <Button className={styles.return ?? ''} disabled={!canReturn} onClick={giveBack}>
              {marked > 0 ? t('review.return', { count: marked }) : t('review.returnNone')}
            </Button>
            <Button look="primary" disabled={!canApprove} onClick={approve}>
              {above === undefined ? t('review.approve') : t('review.pass', { scope: scope(above) })}
            </Button>
          </div>
          <p className={styles.hint}>{t(marked > 0 ? 'review.hint.marked' : 'review.hint.keys')}</p>
        </>
      ) : (
        <p className={styles.hint}>{t(isWaiting(state) ? 'review.hint.readOnly' : 'review.hint.over')}</p>
      )}
      {mayObject ? <ObjectForm send={(words) => act({ verb: 'object', version, reason: words })} busy={acting.isPending} /> : null}
      <Problem>{problem(acting.error, t('review.notSent'))}</Problem>
    </section>
  );
}
