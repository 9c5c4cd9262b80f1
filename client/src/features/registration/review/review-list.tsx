import type { ReviewCard } from '@yunhui/contracts';
import CircleCheck from 'lucide-react/icons/circle-check';
import { Button } from '../../../ui/button.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { icon } from '../../../ui/icon.js';
import { Unreachable } from '../../../ui/unreachable.js';
import styles from './review-list.module.css';
import { ReviewRow } from './review-row.js';
import { isInPart, type QueuePart } from './review.rules.js';
import type { ReviewAddress } from './use-review-address.js';
import { useBulk } from './use-bulk.js';
import { useReviewWords } from './use-review-words.js';
import type { useReviewList } from './use-reviews.js';

type ReviewListProps = {
  address: ReviewAddress;
  asked: ReturnType<typeof useReviewList>;
  /** All that was read of the list, and of it what one wants to see. */
  cards: readonly ReviewCard[];
  rows: readonly ReviewCard[];
  current: string | undefined;
};

const parts: readonly Exclude<QueuePart, 'all'>[] = ['again', 'first'];

/** What waits, or all that was handed in; by itself it is always what stands now. */
export function ReviewListPane({ address, asked, cards, rows, current }: ReviewListProps) {
  const { t } = useReviewWords();
  const bulk = useBulk(rows);
  const mayChoose = rows.some(({ mayDecide }) => mayDecide);
  const { isPending, data, error, hasNextPage, isFetchingNextPage } = asked;
  return (
    <section className={styles.list} aria-label={t(`review.list.${address.list}`)} aria-busy={isPending}>
      <div className={styles.parts}>
        {parts.map((part) => (
          <button
            key={part}
            type="button"
            className={styles.part}
            aria-pressed={address.part === part}
            onClick={() => address.go({ part: address.part === part ? 'all' : part, id: undefined })}
          >
            {t(`review.part.${part}`)} <span className="num">{cards.filter((card) => isInPart(card, part)).length}</span>
          </button>
        ))}
        {mayChoose || bulk.chosen ? (
          <button type="button" className={styles.choose} onClick={bulk.chosen ? bulk.end : bulk.begin}>
            {t(bulk.chosen ? 'review.bulk.end' : 'review.bulk.begin')}
          </button>
        ) : null}
      </div>
      {bulk.chosen ? (
        <div className={styles.bulk}>
          <p>{t('review.bulk.how')}</p>
          <Button look="primary" busy={bulk.isBusy} disabled={bulk.chosen.size === 0} onClick={bulk.approve}>
            {t('review.bulk.approve', { count: bulk.chosen.size })}
          </Button>
        </div>
      ) : null}
      {error && data ? <p className={styles.stale}>{t('review.stale')}</p> : null}
      {isPending ? <Reading /> : null}
      {!isPending && !data ? <Unreachable error={error} retry={() => void asked.refetch()} /> : null}
      {data && rows.length === 0 ? (
        <EmptyState icon={<CircleCheck {...icon(32)} />} title={t('review.empty.title')}>
          {t('review.empty.body')}
        </EmptyState>
      ) : null}
      <ol>
        {rows.map((card) => (
          <ReviewRow key={card.id} card={card} isCurrent={card.id === current} bulk={bulk} open={() => address.go({ id: card.id })} />
        ))}
      </ol>
      {hasNextPage ? (
        <Button className={styles.further} busy={isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
          {t('review.further')}
        </Button>
      ) : null}
    </section>
  );
}

/** Flat shapes of the size of rows: what comes takes their place. */
function Reading() {
  const { t } = useReviewWords();
  return (
    <div className={styles.reading}>
      <output className="unseen">{t('review.reading')}</output>
      {Array.from({ length: 6 }, (_row, place) => (
        <i key={place} />
      ))}
    </div>
  );
}
