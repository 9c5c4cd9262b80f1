import type { User } from '@yunhui/contracts';
import type { TopicView } from '@yunhui/realtime-client';
import { useEffect, useState } from 'react';
import { useHubNow } from '../../../platform/clock.js';
import { withRealtime } from '../../../platform/realtime.js';
import { composerStateOf, isClosed, slowUntil, waitsOf, type ComposerState } from './composer.rules.js';

/** What the hub has said about one's standing: until when one is muted. */
function useMutedUntil(): number | undefined {
  const [mutedUntil, setMutedUntil] = useState<number>();
  useEffect(() => withRealtime((client) => client.onStanding(({ muted }) => setMutedUntil(muted?.until))), []);
  return mutedUntil;
}

/** What one may do in a topic now. */
export function useComposerState(view: TopicView | undefined, viewer: User | null | undefined): ComposerState {
  const { own = [], entries = [] } = view ?? {};
  const mutedUntil = useMutedUntil();
  const now = useHubNow(1000);
  const answered = waitsOf(own, mutedUntil);
  const predicted = slowUntil(entries, viewer?.id, (viewer?.grants.length ?? 0) > 0);
  const waits = { ...answered, slowUntil: Math.max(answered.slowUntil ?? 0, predicted) };
  return composerStateOf({ viewer, closed: isClosed(entries, own), waits, now });
}
