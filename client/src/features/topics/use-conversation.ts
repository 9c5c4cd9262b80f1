import type { TopicView } from '@yunhui/realtime-client';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { perFrame } from '../../platform/per-frame.js';
import { realtimeIfOpen, withRealtime } from '../../platform/realtime.js';
import { rowsOf, type ChatRow } from './chat.rules.js';
import { ownIn, type Carried, type Filter } from './conversation.rules.js';
import { mergeByTime, shortest } from './merge.rules.js';
import { useOlder, type Older } from './use-older.js';

/** A topic as it is now, drawn again at most once a picture. `undefined` follows nothing. */
function useView(topic: string | undefined): TopicView | undefined {
  const subscribe = useCallback(
    (changed: () => void) => {
      if (!topic) return () => undefined;
      const drawing = perFrame(changed);
      const stop = withRealtime((client) => {
        drawing.ask();
        return client.follow(topic, drawing.ask);
      });
      return () => {
        drawing.cancel();
        stop();
      };
    },
    [topic],
  );
  return useSyncExternalStore(subscribe, () => (topic ? realtimeIfOpen()?.viewOf(topic) : undefined));
}

type Conversation = {
  room: TopicView | undefined;
  /** Those followed, the room first. */
  views: readonly TopicView[];
  /** Those that the filter lets through. */
  shown: readonly TopicView[];
  rows: readonly ChatRow[];
  older: Older;
};

/** What is said in a room and in the topic it carries, as rows in the order of time. */
export function useConversation({
  topic,
  carried,
  filter,
  me,
}: {
  topic: string;
  carried: Carried | undefined;
  filter: Filter;
  me: string | undefined;
}): Conversation {
  const room = useView(topic);
  const hashtag = useView(carried?.topic);
  const views = useMemo(() => [room, hashtag].filter((view) => view !== undefined), [room, hashtag]);
  const shown = useMemo(() => views.filter((view) => filter === 'all' || view.topic === filter), [views, filter]);
  const reading = useOlder();
  const { complete } = reading;
  const logs = useMemo(
    () => shown.map(({ topic: name, entries }) => ({ topic: name, entries, complete: complete.has(name) })),
    [shown, complete],
  );
  const rows = useMemo(() => rowsOf({ placed: mergeByTime(logs), own: ownIn(shown), me }), [logs, shown, me]);
  const from = shortest(logs);
  const older = useMemo(() => ({ ...reading, from }), [reading, from]);
  return { room, views, shown, rows, older };
}
