import type { Review } from '@yunhui/contracts';
import Eye from 'lucide-react/icons/eye';
import { Button } from '../../../ui/button.js';
import { icon } from '../../../ui/icon.js';
import { toast } from '../../../ui/toast.js';
import { useShortcut } from '../../../platform/shortcuts.js';
import styles from './claim-line.module.css';
import { useClaimAgain } from './use-claim-again.js';
import { useReviewWords } from './use-review-words.js';
import { useReviewAct } from './use-reviews.js';

/** Who looks at it, and until when; one's own look lasts as long as one does. It keeps nobody from deciding. */
export function ClaimLine({ review, me }: { review: Review; me: string }) {
  const { t, clock, problem } = useReviewWords();
  const acting = useReviewAct();
  useClaimAgain(review, me);
  const { id, version, claim, mayDecide } = review;
  const isMine = claim?.by.id === me;
  const take = () => {
    if (!mayDecide || isMine || acting.isPending) return;
    acting.mutate(
      { id, act: { verb: 'claim', version, ...(claim && { take: true }) } },
      { onError: (error) => toast({ words: problem(error, t('review.notSent')) }) },
    );
  };
  useShortcut('c', take);
  if (!claim && !mayDecide) return null;
  const until = claim && clock(Date.parse(claim.until));
  return (
    <div className={styles.claim} data-mine={isMine || undefined}>
      <Eye {...icon(18)} />
      <output>
        {claim ? t(isMine ? 'review.claim.mine' : 'review.claim.theirs', { name: claim.by.name, time: until }) : t('review.claim.none')}
      </output>
      {mayDecide && !isMine ? (
        <Button busy={acting.isPending} onClick={take}>
          {t(claim ? 'review.claim.take' : 'review.claim.begin')}
        </Button>
      ) : null}
    </div>
  );
}
