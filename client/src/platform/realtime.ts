import {
  createRealtimeClient,
  type ConnectionState,
  type FollowOptions,
  type RealtimeClient,
  type TopicView,
} from '@yunhui/realtime-client';
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { currentTicket } from './ticket.js';

let client: RealtimeClient | undefined;

/** The page's one connection, opened by the first who needs it. */
export function realtime(): RealtimeClient {
  client ??= createRealtimeClient({ url: '', ticket: currentTicket, client: 'web/0.1.0' });
  return client;
}

/** A topic as it is now; the component is drawn again when it changes. `undefined` follows nothing. */
export function useTopic(topic: string | undefined, options?: FollowOptions): TopicView | undefined {
  // Where one starts matters only at the join; another object of the same meaning is no reason to join again.
  const start = useRef(options);
  start.current = options;
  const subscribe = useCallback(
    (changed: () => void) => (topic ? realtime().follow(topic, changed, start.current) : () => undefined),
    [topic],
  );
  return useSyncExternalStore(subscribe, () => (topic ? realtime().viewOf(topic) : undefined));
}

/** How the hub is reached now. */
export function useConnection(): ConnectionState {
  const subscribe = useCallback((changed: () => void) => realtime().onConnection(changed), []);
  return useSyncExternalStore(subscribe, () => realtime().connection);
}

/** Replaces the keys that are tracked in a topic whenever they are others. */
export function useTrackedKeys(topic: string | undefined, keys: readonly string[]): void {
  const joined = keys.join(' ');
  useEffect(() => {
    if (topic) realtime().track(topic, joined === '' ? [] : joined.split(' '));
  }, [topic, joined]);
}
