import { useState } from 'react';
import { openRealtime } from '../../platform/realtime.js';

export type OlderState = 'more' | 'loading' | 'end' | 'failed';

/** Earlier messages of a topic, a page at a time. */
export function useOlder(topic: string): { state: OlderState; load: () => void } {
  const [state, setState] = useState<OlderState>('more');
  const load = () => {
    if (state === 'loading' || state === 'end') return;
    setState('loading');
    openRealtime()
      .then((client) => client.older(topic))
      .then((more) => setState(more ? 'more' : 'end'))
      .catch(() => setState('failed'));
  };
  return { state, load };
}
