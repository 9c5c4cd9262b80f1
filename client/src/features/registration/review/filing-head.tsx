import type { Review } from '@yunhui/contracts';
import { isWaiting, wasPublished } from '@yunhui/domain';
import Circle from 'lucide-react/icons/circle';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDotDashed from 'lucide-react/icons/circle-dot-dashed';
import { icon } from '../../../ui/icon.js';
import styles from './filing-head.module.css';
import { useFormWords } from './use-form-words.js';
import { useReviewWords } from './use-review-words.js';

/** How far up it is: the levels below have passed it, and behind the last one it is published. */
function Ladder({ review: { ladder, level, state } }: { review: Review }) {
  const { t, scope } = useReviewWords();
  const isOpen = isWaiting(state);
  const isThrough = state === 'approved' || wasPublished(state);
  const standing = (at: number) => (isThrough || (isOpen && at < level) ? 'passed' : isOpen && at === level ? 'here' : 'ahead');
  const signs = { passed: CircleCheck, here: CircleDotDashed, ahead: Circle };
  return (
    <ol className={styles.ladder} aria-label={t('review.ladder')}>
      {[...ladder.map(scope), t('review.publication')].map((name, at) => {
        const is = at === ladder.length ? (isThrough && state !== 'approved' ? 'passed' : 'ahead') : standing(at);
        const Sign = signs[is];
        return (
          <li key={`${at} ${name}`} data-is={is} aria-current={is === 'here' ? 'step' : undefined}>
            <Sign {...icon(16)} />
            {name}
          </li>
        );
      })}
    </ol>
  );
}

/** What it is called, who files it, and where it stands. */
export function FilingHead({ review }: { review: Review }) {
  const { t, lines } = useFormWords();
  const { title, organization, form } = review;
  const kinds = (['block', 'domains', 'mode'] as const).flatMap((field) => lines(field, form));
  return (
    <header className={styles.head}>
      <p>{kinds.join(' · ')}</p>
      <h2 className="song">{title || t('review.untitled')}</h2>
      <p>{organization.name}</p>
      <Ladder review={review} />
    </header>
  );
}
