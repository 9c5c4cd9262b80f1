import { useEffect } from 'react';
import { hubNow } from '../../../platform/clock.js';
import { itemOf, claimHold, releaseHold } from './holds.js';
import type { QueueDesk } from './queue-desk.js';
import { isOpen } from './queue.reducer.js';

/** Who walks over rows looks at none of them. */
const DWELL_MS = 350;

/**
 * Tells colleagues which item one looks at, for as long as one does. It keeps nobody from deciding: a claim that could
 * not be had, or was lost with the connection, changes nothing but the badge.
 */
export function useClaim(queue: QueueDesk, id: string | undefined): void {
  useEffect(() => {
    if (id === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    let isMine = false;
    let ended = false;
    const claim = async () => {
      if (!isOpen(queue.state, id) || document.hidden) return;
      const item = await claimHold(id).catch(itemOf);
      if (item) queue.learn([item]);
      isMine = item?.claim?.by.id === queue.me;
      if (ended) return letGo();
      if (isMine && item?.claim) timer = setTimeout(() => void claim(), Math.max(DWELL_MS, (Date.parse(item.claim.until) - hubNow()) / 2));
    };
    const letGo = () => {
      if (isMine && isOpen(queue.state, id)) void releaseHold(id).catch(() => undefined);
    };
    timer = setTimeout(() => void claim(), DWELL_MS);
    return () => {
      ended = true;
      clearTimeout(timer);
      letGo();
    };
  }, [queue, id]);
}
