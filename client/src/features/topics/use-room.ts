import type { User } from '@yunhui/contracts';
import type { TopicView } from '@yunhui/realtime-client';
import { useEffect, useMemo, useState } from 'react';
import { hubNow, useHubNow } from '../../platform/clock.js';
import { useTopic, withRealtime } from '../../platform/realtime.js';
import { rowsOf, type ChatRow } from './chat.rules.js';
import { composerStateOf, isClosed, type ComposerState, type Waits } from './composer.rules.js';

const nothing: readonly never[] = [];

/** The conversation of a topic, as rows. */
export function useRoom(topic: string, viewer: User | null | undefined): { view: TopicView | undefined; rows: readonly ChatRow[] } {
  const view = useTopic(topic);
  const entries = view?.entries ?? nothing;
  const own = view?.own ?? nothing;
  const rows = useMemo(() => rowsOf({ entries, own, me: viewer }), [entries, own, viewer]);
  return { view, rows };
}

/** Until when one must wait: told by the hub's `standing`, and by the refusal of one's own last message. */
function useWaits(view: TopicView | undefined): Waits {
  const [mutedUntil, setMutedUntil] = useState<number>();
  const [slowUntil, setSlowUntil] = useState<number>();
  useEffect(() => withRealtime((client) => client.onStanding(({ muted }) => setMutedUntil(muted?.until))), []);

  const refused = view?.own.findLast(({ error }) => error?.retryAfterMs !== undefined)?.error;
  useEffect(() => {
    if (!refused?.retryAfterMs) return;
    if (refused.code === 'topic.slow-mode') setSlowUntil(hubNow() + refused.retryAfterMs);
    if (refused.code === 'topic.muted') setMutedUntil(hubNow() + refused.retryAfterMs);
  }, [refused]);
  return { mutedUntil, slowUntil };
}

export function useComposerState(view: TopicView | undefined, viewer: User | null | undefined): ComposerState {
  const waits = useWaits(view);
  const now = useHubNow(1000);
  const closed = isClosed(view?.entries ?? nothing, view?.own ?? nothing);
  return composerStateOf({ viewer, closed, waits, now });
}
