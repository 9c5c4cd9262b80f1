import type { Cut } from '@yunhui/contracts';
import { useCallback, useSyncExternalStore } from 'react';
import { realtimeIfOpen, withRealtime } from './realtime.js';

const none: readonly Cut[] = [];

/** What the hub has told every page to stop playing: it reaches players and tiles before any state does. */
export function useCuts(): readonly Cut[] {
  const subscribe = useCallback(
    (changed: () => void) =>
      withRealtime((client) => {
        changed();
        return client.onCuts(changed);
      }),
    [],
  );
  return useSyncExternalStore(subscribe, () => realtimeIfOpen()?.cuts ?? none);
}
