import { useCallback, useRef } from 'react';
import { realtimeIfOpen } from '../../platform/realtime.js';

const BEAT_EVERY_MS = 15_000;
/** A picture that was seen for a moment is not a viewer yet. */
const FIRST_BEAT_AFTER_MS = 3_000;

/** Tells the hub, each 15 s while the picture moves, that somebody watches: viewers are counted by this, never by sockets. */
export function useWatchBeat(channel: string, session: string | undefined): (position: number) => void {
  const due = useRef<number | undefined>(undefined);
  return useCallback(
    (position: number) => {
      const now = Date.now();
      due.current ??= now + FIRST_BEAT_AFTER_MS;
      if (now < due.current) return;
      due.current = now + BEAT_EVERY_MS;
      realtimeIfOpen()?.beat({ channel, session, playing: true, position: Math.max(0, position) });
    },
    [channel, session],
  );
}
