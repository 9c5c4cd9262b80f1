import type { ConnectionState, FollowOptions, RealtimeClient, ServingState, Stop, TopicView } from '@yunhui/realtime-client';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { afterPaint } from './after-paint.js';
import { currentTicket } from './ticket.js';
import { useLatest } from './use-latest.js';

let opened: RealtimeClient | undefined;
let opening: Promise<RealtimeClient> | undefined;

const MOST_PAUSE_MS = 15_000;

/** A page that is painted and never comes alive would look well and be wrong: its code is asked for until it is there. */
async function realtimeCode(): Promise<typeof import('@yunhui/realtime-client')> {
  for (let failures = 0; ; failures += 1) {
    // What a deploy has taken away is `undefined` here: that page is loaded again by `reloadOnceForNewBuild`.
    const code = await import('@yunhui/realtime-client').catch(() => undefined);
    if (code) return code;
    await new Promise((resolve) => setTimeout(resolve, Math.min(1000 * 2 ** failures, MOST_PAUSE_MS) * (0.5 + Math.random() / 2)));
  }
}

const painted = (): Promise<void> => new Promise((resolve) => afterPaint(resolve));

/** The page's one connection. Its code comes after the first paint: a page is read by HTTP first and followed from there. */
export function openRealtime(): Promise<RealtimeClient> {
  opening ??= painted()
    .then(realtimeCode)
    .then(({ createRealtimeClient }) => {
      opened = createRealtimeClient({ url: '', ticket: currentTicket, client: 'web/0.1.0' });
      return opened;
    });
  return opening;
}

/** The connection, if anything on the page has needed it yet. */
export const realtimeIfOpen = (): RealtimeClient | undefined => opened;

/** Uses the connection as soon as there is one. What `use` answers ends it, as the returned function does before that. */
export function withRealtime(use: (client: RealtimeClient) => Stop | void): Stop {
  let ended = false;
  let end: Stop | void;
  void openRealtime().then((client) => {
    if (!ended) end = use(client);
  });
  return () => {
    ended = true;
    end?.();
  };
}

/** A topic as it is now; the component is drawn again when it changes. `undefined` follows nothing. */
export function useTopic(topic: string | undefined, options?: FollowOptions): TopicView | undefined {
  return useSyncExternalStore(useFollowing(topic, options), () => viewOf(topic));
}

/** One value of a topic's state: who needs no more is not drawn again at every word that is said there. */
export function useTopicValue(topic: string | undefined, key: string): unknown {
  return useSyncExternalStore(useFollowing(topic), () => viewOf(topic)?.state[key]);
}

const viewOf = (topic: string | undefined): TopicView | undefined => (topic ? opened?.viewOf(topic) : undefined);

function useFollowing(topic: string | undefined, options?: FollowOptions): (changed: () => void) => Stop {
  // Where one starts matters only at the join; another object of the same meaning is no reason to join again.
  const start = useLatest(options);
  return useCallback(
    (changed: () => void) => {
      if (!topic) return () => undefined;
      return withRealtime((client) => {
        const stop = client.follow(topic, changed, start.current);
        changed();
        return stop;
      });
    },
    [topic, start],
  );
}

const notYet: ConnectionState = { status: 'connecting' };

/** How the hub is reached now. */
export function useConnection(): ConnectionState {
  const subscribe = useCallback(
    (changed: () => void) =>
      withRealtime((client) => {
        changed();
        return client.onConnection(changed);
      }),
    [],
  );
  return useSyncExternalStore(subscribe, () => opened?.connection ?? notYet);
}

/** What the hub leaves out for now, if anything: it changes rarely, and is a word of its own. */
export function useServing(): ServingState['mode'] {
  const subscribe = useCallback(
    (changed: () => void) =>
      withRealtime((client) => {
        changed();
        return client.onServing(changed);
      }),
    [],
  );
  return useSyncExternalStore(subscribe, () => opened?.serving.mode ?? 'full');
}

/** What each part of the page wants to know of a topic: a part that scrolls must not silence another. */
const wanted = new Map<string, Map<symbol, readonly string[]>>();

const wantedOf = (topic: string): string[] => [...new Set([...(wanted.get(topic)?.values() ?? [])].flat())];

/** Tracks these keys of a topic, besides those that other parts of the page track there. */
export function useTrackedKeys(topic: string | undefined, keys: readonly string[]): void {
  const joined = keys.join(' ');
  useEffect(() => {
    if (!topic) return undefined;
    const part = Symbol(topic);
    const parts = wanted.get(topic) ?? new Map<symbol, readonly string[]>();
    wanted.set(topic, parts.set(part, joined === '' ? [] : joined.split(' ')));
    const stop = withRealtime((client) => client.track(topic, wantedOf(topic)));
    return () => {
      stop();
      parts.delete(part);
      opened?.track(topic, wantedOf(topic));
    };
  }, [topic, joined]);
}
