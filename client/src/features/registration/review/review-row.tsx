import type { ReviewCard } from '@yunhui/contracts';
import { isWaiting } from '@yunhui/domain';
import { ElementCell } from '../../../ui/element/element-cell.js';
import styles from './review-list.module.css';
import type { Bulk } from './use-bulk.js';
import { faceOfCard, useReviewWords } from './use-review-words.js';

/** Few days are left: it is said in the colour of what is due. */
const FEW_DAYS = 3;

/** What is to be known before one opens it: how long there is, whether it was here before, and who looks at it. */
function Tags({ card }: { card: ReviewCard }) {
  const { t } = useReviewWords();
  const { state, daysLeft, isEscalated, isResubmitted, time, claim, change } = card;
  const isOpen = isWaiting(state);
  return (
    <span className={styles.tags}>
      {isOpen ? null : <em data-look="state">{t(`review.state.${stateKey(card)}`)}</em>}
      {isOpen && daysLeft !== undefined && daysLeft <= FEW_DAYS ? (
        <em data-look="due">{daysLeft === 0 ? t('review.late') : t('review.daysLeft', { count: daysLeft })}</em>
      ) : null}
      {change ? <em data-look="due">{t(`programme.asked.${change.kind}`)}</em> : null}
      {isEscalated ? <em data-look="due">{t('review.escalated')}</em> : null}
      {change ? null : <em>{t(isResubmitted ? 'review.tag.again' : 'review.tag.first')}</em>}
      {time?.tentative ? <em data-look="due">{t('review.tag.tentative')}</em> : null}
      {claim ? <em data-look="claim">{t('review.claimedBy', { name: claim.by.name })}</em> : null}
    </span>
  );
}

const named = ['returned', 'approved', 'published', 'withdrawn', 'cancelled', 'postponed'] as const;
const stateKey = ({ state }: ReviewCard) => named.find((one) => one === state) ?? 'other';

type ReviewRowProps = { card: ReviewCard; isCurrent: boolean; bulk: Bulk; open: () => void };

export function ReviewRow({ card, isCurrent, bulk, open }: ReviewRowProps) {
  const { t } = useReviewWords();
  return (
    <li className={styles.item}>
      {bulk.chosen && card.mayDecide ? (
        <label className={styles.check}>
          <input type="checkbox" checked={bulk.chosen.has(card.id)} onChange={() => bulk.toggle(card.id)} />
          <span className="unseen">{t('review.bulk.choose', { title: card.title })}</span>
        </label>
      ) : null}
      <button type="button" className={styles.row} data-review={card.id} aria-current={isCurrent || undefined} onClick={open}>
        <ElementCell face={faceOfCard(card)} />
        <span className={styles.words}>
          <b>{card.title || t('review.untitled')}</b>
          <small>{card.organization.name}</small>
          <Tags card={card} />
        </span>
      </button>
    </li>
  );
}
