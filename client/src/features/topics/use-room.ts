import type { User } from '@yunhui/contracts';
import type { TopicView } from '@yunhui/realtime-client';
import { useEffect, useMemo, useState } from 'react';
import { useHubNow } from '../../platform/clock.js';
import { useTopic, withRealtime } from '../../platform/realtime.js';
import { rowsOf, type ChatRow } from './chat.rules.js';
import { composerStateOf, isClosed, waitsOf, type ComposerState } from './composer.rules.js';

const nothing: readonly never[] = [];

/** The conversation of a topic, as rows. */
export function useRoom(topic: string, viewer: User | null | undefined): { view: TopicView | undefined; rows: readonly ChatRow[] } {
  const view = useTopic(topic);
  const entries = view?.entries ?? nothing;
  const own = view?.own ?? nothing;
  const rows = useMemo(() => rowsOf({ entries, own, me: viewer }), [entries, own, viewer]);
  return { view, rows };
}

/** What the hub has said about one's standing: until when one is muted. */
function useMutedUntil(): number | undefined {
  const [mutedUntil, setMutedUntil] = useState<number>();
  useEffect(() => withRealtime((client) => client.onStanding(({ muted }) => setMutedUntil(muted?.until))), []);
  return mutedUntil;
}

export function useComposerState(view: TopicView | undefined, viewer: User | null | undefined): ComposerState {
  const waits = waitsOf(view?.own ?? nothing, useMutedUntil());
  const now = useHubNow(1000);
  const closed = isClosed(view?.entries ?? nothing, view?.own ?? nothing);
  return composerStateOf({ viewer, closed, waits, now });
}
