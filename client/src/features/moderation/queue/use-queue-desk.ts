import { useEffect, useState } from 'react';
import { withRealtime } from '../../../platform/realtime.js';
import { useLatest } from '../../../platform/use-latest.js';
import { type HintPosition, hintsAfter } from './hints.rules.js';
import { QueueDesk } from './queue-desk.js';
import type { QueueView } from './queue.types.js';
import { useListsAgain } from './use-lists-again.js';

/** A lost hint delays an item by this much, and hides none. */
const RE_READ_MS = 30_000;
/** A connection that comes back tells of all its queues: they are one reason to read again. */
const MISSED_WITHIN_MS = 300;

/** The desk of one moderator, following their queues for as long as the page is open. */
export function useQueueDesk(me: string, view: QueueView, queues: readonly string[]): QueueDesk {
  const [desk] = useState(() => new QueueDesk(me));
  const { topic, filter, words } = view;
  useEffect(() => {
    void desk.look({ topic, filter, words });
  }, [desk, topic, filter, words]);
  useEffect(() => {
    const again = () => void (document.hidden ? undefined : desk.readAgain());
    const timer = setInterval(again, RE_READ_MS);
    document.addEventListener('visibilitychange', again);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', again);
      desk.close();
    };
  }, [desk]);
  useHints(desk, queues);
  return desk;
}

/** Follows the hints of several queues; whatever may be lost of them makes the lists be read again. */
function useHints(desk: QueueDesk, queues: readonly string[]): void {
  const joined = queues.join(' ');
  const latest = useLatest(desk);
  const listsAgain = useListsAgain();
  useEffect(() => {
    if (joined === '') return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const missed = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void latest.current.readAgain();
      }, MISSED_WITHIN_MS);
    };
    const stop = withRealtime((client) => {
      const stops = joined.split(' ').map((queue) => {
        let position: HintPosition | undefined;
        const look = () => {
          const told = hintsAfter(client.viewOf(queue), position);
          position = told.position;
          if (told.missed) missed();
          if (told.hints.length > 0) latest.current.hinted(told.hints);
          listsAgain(told.changed);
        };
        return client.follow(queue, look);
      });
      return () => {
        for (const end of stops) end();
      };
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [joined, latest, listsAgain]);
}
