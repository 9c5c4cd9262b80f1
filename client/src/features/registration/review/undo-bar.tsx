import Undo2 from 'lucide-react/icons/undo-2';
import { useHubNow } from '../../../platform/clock.js';
import { useShortcut } from '../../../platform/shortcuts.js';
import { icon } from '../../../ui/icon.js';
import { toast } from '../../../ui/toast.js';
import styles from './undo-bar.module.css';
import { useReviewWords } from './use-review-words.js';
import { useReview, useReviewAct } from './use-reviews.js';

/** One's last decision, and for 30 s the way back, wherever on the desk one is by then. It goes when a colleague has acted on it. */
export function UndoBar({ id, done }: { id: string; done: () => void }) {
  const { t, step, problem } = useReviewWords();
  const now = useHubNow(1000);
  const { data: review } = useReview(id);
  const acting = useReviewAct();
  const last = review?.steps.at(-1);
  const left = Math.ceil((Date.parse(review?.undoUntil ?? '') - now) / 1000);
  const isOpen = review !== undefined && last !== undefined && left > 0;
  const undo = () => {
    if (!isOpen || acting.isPending) return;
    acting.mutate(
      { id, act: { verb: 'undo', version: review.version } },
      { onSuccess: done, onError: (error) => toast({ words: problem(error, t('review.notSent')) }) },
    );
  };
  useShortcut('u', undo);
  if (!isOpen) return null;
  return (
    <div className={styles.bar}>
      <output>{t('review.done', { title: review.title, step: step(last) })}</output>
      <button type="button" disabled={acting.isPending} onClick={undo}>
        <Undo2 {...icon(18)} />
        {t('review.undo')}
        <span className="num" aria-hidden="true">
          {t('review.seconds', { seconds: left })}
        </span>
      </button>
    </div>
  );
}
