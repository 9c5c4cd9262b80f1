import type { Review, ReviewScores } from '@yunhui/contracts';
import { useId } from 'react';
import { useSentAtOnce } from '../../../platform/use-sent-at-once.js';
import { toast } from '../../../ui/toast.js';
import styles from './scores-panel.module.css';
import { useReviewWords } from './use-review-words.js';
import { useScoring } from './use-reviews.js';

const criteria = ['quality', 'reach', 'effect', 'example'] as const satisfies readonly (keyof ReviewScores)[];
const marks = [1, 2, 3, 4, 5];

/** 遴选评分: kept with each tap. It helps to choose the best later, and decides nothing here. */
export function ScoresPanel({ id, scores }: { id: Review['id']; scores: ReviewScores }) {
  const { t, problem } = useReviewWords();
  const name = useId();
  const [sent, send] = useSentAtOnce(useScoring(), (error) => toast({ words: problem(error, t('review.notSent')) }));
  const shown = sent?.id === id ? sent.scores : scores;
  const give = (criterion: keyof ReviewScores, mark: number) => send({ id, scores: { ...shown, [criterion]: mark } });
  return (
    <section className={styles.panel} aria-label={t('review.scores')}>
      <h2>{t('review.scores')}</h2>
      <p>{t('review.scores.how')}</p>
      {criteria.map((criterion) => (
        <fieldset key={criterion} className={styles.criterion}>
          <legend>{t(`review.criterion.${criterion}`)}</legend>
          {marks.map((mark) => (
            <label key={mark} data-below={mark < (shown[criterion] ?? 0) || undefined}>
              <input
                type="radio"
                name={`${name} ${criterion}`}
                checked={shown[criterion] === mark}
                onChange={() => give(criterion, mark)}
              />
              <span className="num">{mark}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </section>
  );
}
