import type { ReactionName, Reactions, reactionsKey } from '@yunhui/contracts';
import { useEffect, useRef, useState } from 'react';
import { realtimeIfOpen, useTopicValue, withRealtime } from '../../../platform/realtime.js';
import { burst } from './burst.js';
import { nextCall, othersSince, tap as tapped, type Taps } from './reactions.rules.js';

const keyOfReactions: typeof reactionsKey = 'reactions';
/** At most two calls a second. */
const callEveryMs = 500;
/** The hub has counted one's own taps by then, or never will. */
const trustOwnMs = 5_000;

const none: Taps = {};

/** The counts of a topic's reactions, and tapping one. One's own tap counts at once; the hub is told of many in one call. */
export function useReactions(topic: string): { countOf: (name: ReactionName) => number; tap: (name: ReactionName) => void } {
  const counts = useTopicValue(topic, keyOfReactions) as Reactions | undefined;
  const [own, setOwn] = useState<Reactions>({});
  const waiting = useRef<Taps>(none);
  const told = useRef<Taps>(none);
  const before = useRef(counts);
  const timers = useRef<{ call?: ReturnType<typeof setTimeout> | undefined; trust?: ReturnType<typeof setTimeout> }>({});

  useEffect(() => {
    for (const { name, count } of othersSince(before.current, counts, told.current)) burst.tell({ topic, name, count });
    if (before.current && counts !== before.current) told.current = none;
    before.current = counts;
  }, [counts, topic]);

  const callNext = () => {
    const next = nextCall(waiting.current);
    timers.current.call = next && setTimeout(callNext, callEveryMs);
    if (!next) return;
    const { name, count } = next.call;
    waiting.current = next.rest;
    told.current = { ...told.current, [name]: (told.current[name] ?? 0) + count };
    withRealtime((client) => client.react(topic, name, count));
  };

  const countOf = (name: ReactionName) => Math.max(counts?.[name] ?? 0, own[name] ?? 0);
  const tap = (name: ReactionName) => {
    waiting.current = tapped(waiting.current, name);
    burst.tell({ topic, name, count: 1 });
    setOwn((known) => ({ ...known, [name]: Math.max(countOf(name), known[name] ?? 0) + 1 }));
    clearTimeout(timers.current.trust);
    timers.current.trust = setTimeout(() => setOwn({}), trustOwnMs);
    // A moment's taps go together: the first waits for the others of the same half second.
    timers.current.call ??= setTimeout(callNext, callEveryMs);
  };

  useEffect(() => {
    const running = timers.current;
    return () => {
      clearTimeout(running.call);
      clearTimeout(running.trust);
      for (let next = nextCall(waiting.current); next; next = nextCall(waiting.current)) {
        realtimeIfOpen()?.react(topic, next.call.name, next.call.count);
        waiting.current = next.rest;
      }
    };
  }, [topic]);
  return { countOf, tap };
}
