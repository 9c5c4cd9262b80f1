import type { Review } from '@yunhui/contracts';
import { useEffect } from 'react';
import { hubNow } from '../../../platform/clock.js';
import { useReviewAct } from './use-reviews.js';

const LEAST_PAUSE_MS = 10_000;

/** While one's own claimed filing is open and in sight, the claim is asked for again at half its time; else it ends by itself. */
export function useClaimAgain({ id, version, claim, mayDecide }: Review, me: string): void {
  const { mutate } = useReviewAct();
  const until = claim?.by.id === me && mayDecide ? claim.until : undefined;
  useEffect(() => {
    if (until === undefined) return undefined;
    const inMs = Math.max(LEAST_PAUSE_MS, (Date.parse(until) - hubNow()) / 2);
    const timer = setInterval(() => {
      if (!document.hidden) mutate({ id, act: { verb: 'claim', version } });
    }, inMs);
    return () => clearInterval(timer);
  }, [id, version, until, mutate]);
}
