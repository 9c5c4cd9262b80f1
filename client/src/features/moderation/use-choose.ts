import { useState } from 'react';
import { useLatest } from '../../platform/use-latest.js';
import { useMedia } from '../../platform/use-media.js';
import type { QueueDesk } from './queue/queue-desk.js';
import type { DeskAddress } from './use-desk-address.js';

/** What a hand does to the queue: it goes to a row, which on a phone is a step, or looks for words. */
export function useChoose(queue: QueueDesk, go: DeskAddress['go']) {
  const latest = useLatest({ go, isPhone: useMedia('(max-width: 767px)') });
  const [acts] = useState(() => ({
    choose: (id: string) => {
      queue.tell({ type: 'focused', id });
      if (latest.current.isPhone) latest.current.go({ step: 'context' });
    },
    look: (words: string) => latest.current.go({ words }),
  }));
  return acts;
}
