import type { ChangeRequest, Review } from '@yunhui/contracts';
import { useState } from 'react';
import { useShortcut } from '../../../platform/shortcuts.js';
import { Button } from '../../../ui/button.js';
import { Field, Problem } from '../../../ui/form.js';
import styles from './side.module.css';
import { useReviewWords } from './use-review-words.js';
import { useReviewAct } from './use-reviews.js';

type Props = { review: Review; change: ChangeRequest; decided: () => void };

/** What one makes of what its host asks for: further up, onto the programme, or nothing, and then why. */
export function ChangeDecision({ review: { id, version, ladder }, change, decided }: Props) {
  const { t, scope, problem } = useReviewWords();
  const acting = useReviewAct();
  const [reason, setReason] = useState('');
  const above = ladder[change.level + 1];
  const grant = () => {
    if (!acting.isPending) acting.mutate({ id, act: { verb: 'change/grant', version } }, { onSuccess: decided });
  };
  const decline = () => acting.mutate({ id, act: { verb: 'change/decline', version, reason: reason.trim() } }, { onSuccess: decided });
  useShortcut('a', grant);
  return (
    <section className={`${styles.panel} ${styles.decision}`} aria-label={t('review.decision')}>
      <h2>{t(`programme.asked.${change.kind}`)}</h2>
      <Field label={t('programme.declineReason')}>
        <textarea rows={2} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
      </Field>
      <div className={styles.acts}>
        <Button className={styles.return ?? ''} disabled={reason.trim() === '' || acting.isPending} onClick={decline}>
          {t('programme.decline')}
        </Button>
        <Button look="primary" busy={acting.isPending} onClick={grant}>
          {above === undefined ? t('programme.grant') : t('programme.endorse', { scope: scope(above) })}
        </Button>
      </div>
      <Problem>{problem(acting.error, t('review.notSent'))}</Problem>
    </section>
  );
}
