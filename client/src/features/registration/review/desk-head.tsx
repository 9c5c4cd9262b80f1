import type { ReviewPage, User } from '@yunhui/contracts';
import { Link } from '@tanstack/react-router';
import { Mark } from '../../../ui/mark.js';
import styles from './desk-head.module.css';
import { scopesOf } from './review.rules.js';
import type { ReviewAddress, ReviewList } from './use-review-address.js';
import { useReviewWords } from './use-review-words.js';

const lists: readonly ReviewList[] = ['waiting', 'all'];

/** The bar of the desk: where one reviews, and the two lists. */
export function DeskHead({ me, address, waiting }: { me: User; address: ReviewAddress; waiting: readonly ReviewPage[] | undefined }) {
  const { t, scope } = useReviewWords();
  const count = waiting?.reduce((sum, { items }) => sum + items.length, 0) ?? 0;
  const isMore = waiting?.at(-1)?.next !== undefined;
  return (
    <header className={styles.head}>
      <Link to="/" className={styles.mark} aria-label={t('app.home')}>
        <Mark />
      </Link>
      <h1>{t('review.title')}</h1>
      <p className={styles.scope}>{scopesOf(me.grants).map(scope).join(t('axis.comma'))}</p>
      <nav className={styles.lists} aria-label={t('review.title')}>
        {lists.map((list) => (
          <button
            key={list}
            type="button"
            aria-current={address.list === list ? 'page' : undefined}
            onClick={() => address.go({ list, part: 'all', id: undefined })}
          >
            {t(`review.list.${list}`)}
            {list === 'waiting' && count > 0 ? (
              <span className={`num ${styles.count}`}>{isMore ? t('review.more', { count }) : count}</span>
            ) : null}
          </button>
        ))}
        <Link to="/desk/units">{t('review.toUnits')}</Link>
        <Link to="/desk/applications">{t('review.toApplications')}</Link>
      </nav>
    </header>
  );
}
