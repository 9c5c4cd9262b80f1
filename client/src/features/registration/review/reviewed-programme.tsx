import type { ChangeAtOnce, Review } from '@yunhui/contracts';
import { ProgrammePanel } from '../programme/programme-panel.js';
import styles from './side.module.css';
import { useReviewAct } from './use-reviews.js';

/** What is on the programme of it; whoever answers for its scope cancels, postpones and moves at once. */
export function ReviewedProgramme({ review }: { review: Review }) {
  const acting = useReviewAct();
  const { id, version, programme, mayChange } = review;
  if (!programme) return null;
  const sending = {
    isPending: acting.isPending,
    error: acting.error,
    send: (change: ChangeAtOnce, reason: string, done: () => void) =>
      acting.mutate({ id, act: { verb: 'programme', version, reason, change } }, { onSuccess: done }),
  };
  return (
    <div className={styles.programme}>
      <ProgrammePanel filing={review} sessions={programme} {...(mayChange && { atOnce: sending })} />
    </div>
  );
}
