import type { Review, User } from '@yunhui/contracts';
import ArrowLeft from 'lucide-react/icons/arrow-left';
import { icon } from '../../../ui/icon.js';
import { Unreachable } from '../../../ui/unreachable.js';
import { AskedChange } from '../programme/asked-change.js';
import { ReviewedSupplement } from '../supplement/reviewed-supplement.js';
import { ChangeDecision } from './change-decision.js';
import { ClaimLine } from './claim-line.js';
import { DecisionPanel } from './decision-panel.js';
import { type ReturnDraft, toggled } from './draft.rules.js';
import { FieldTable } from './field-table.js';
import { FilingHead } from './filing-head.js';
import styles from './filing-pane.module.css';
import { FindingsPanel } from './findings-panel.js';
import { ReturnReasons } from './return-reasons.js';
import { decidedByOther } from './review.rules.js';
import { ReviewedProgramme } from './reviewed-programme.js';
import { ScoresPanel } from './scores-panel.js';
import { StepList } from './step-list.js';
import type { ReviewAddress } from './use-review-address.js';
import { useReviewWords } from './use-review-words.js';
import { useReview } from './use-reviews.js';

type FilingPaneProps = {
  id: string;
  me: User;
  draft: ReturnDraft;
  keepDraft: (id: string, draft: ReturnDraft) => void;
  address: ReviewAddress;
  decided: () => void;
};

/** One filing as it was handed in: what is new, what is found, who looks at it, and what one makes of it. */
export function FilingPane({ id, me, draft, keepDraft, address, decided }: FilingPaneProps) {
  const { t } = useReviewWords();
  const { data: review, error, isPending, refetch } = useReview(id);
  return (
    <>
      {/* Longer than its place it is scrolled, by keyboard too; of what is decided nothing in it can be pressed. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <article className={styles.filing} tabIndex={0} aria-busy={isPending} aria-label={review?.title ?? t('review.reading')}>
        <button type="button" className={styles.back} onClick={() => address.go({ id: undefined })}>
          <ArrowLeft {...icon()} />
          {t('review.back')}
        </button>
        {isPending ? <output className="unseen">{t('review.reading')}</output> : null}
        {!isPending && !review ? <Unreachable error={error} retry={() => void refetch()} /> : null}
        {review ? <Filing review={review} me={me} draft={draft} keep={(next) => keepDraft(id, next)} /> : null}
      </article>
      {review ? (
        <aside className={styles.side} aria-label={t('review.side')}>
          {review.scores ? <ScoresPanel id={review.id} scores={review.scores} /> : null}
          <FindingsPanel review={review} />
          <ReviewedSupplement review={review} />
          <ReviewedProgramme review={review} />
          <StepList filing={review.id} steps={review.steps} />
          {review.mayGrant && review.change ? (
            <ChangeDecision review={review} change={review.change} decided={decided} />
          ) : (
            <DecisionPanel
              review={review}
              draft={draft}
              decided={() => {
                keepDraft(id, new Map());
                decided();
              }}
            />
          )}
        </aside>
      ) : (
        <div className={styles.side} />
      )}
    </>
  );
}

type FilingProps = { review: Review; me: User; draft: ReturnDraft; keep: (draft: ReturnDraft) => void };

function Filing({ review, me, draft, keep }: FilingProps) {
  const { t, step, moment } = useReviewWords();
  const other = decidedByOther(review, me.id);
  return (
    <>
      <FilingHead review={review} />
      {other ? (
        <output className={styles.other}>
          {t('review.decidedBy', { name: other.by.name, step: step(other), time: moment(other.at) })}
          {other.reason ? t('review.because', { reason: other.reason }) : ''}
        </output>
      ) : null}
      <ClaimLine review={review} me={me.id} />
      {review.change ? <AskedChange change={review.change} levels={review.ladder.length} /> : null}
      <FieldTable review={review} draft={draft} toggle={(field) => keep(toggled(draft, field))} />
      <ReturnReasons draft={draft} change={keep} />
    </>
  );
}
