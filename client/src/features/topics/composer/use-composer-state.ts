import type { User } from '@yunhui/contracts';
import type { TopicView } from '@yunhui/realtime-client';
import { useHubNow } from '../../../platform/clock.js';
import { useConnection } from '../../../platform/realtime.js';
import { useOwnStanding, useToldStanding } from '../../../platform/standing.js';
import { composerStateOf, hasRole, isBanned, slowUntil, waitsOf, wasRefused, type ComposerState } from './composer.rules.js';
import { modeIn } from './mode.rules.js';

/** What one may do in a topic now. */
export function useComposerState(view: TopicView | undefined, viewer: User | null | undefined): ComposerState {
  const { own = [], entries = [] } = view ?? {};
  const mode = modeIn(view);
  const shutOut = isBanned(useConnection(), view);
  const told = useToldStanding();
  const standing = useOwnStanding(view?.topic, viewer, shutOut || wasRefused(own));
  const now = useHubNow(1000);
  const lifted = told !== undefined && told.muted === undefined;
  const answered = waitsOf(own, standing?.muted?.until ? Date.parse(standing.muted.until) : undefined, lifted);
  const predicted = slowUntil(entries, mode, viewer?.id, hasRole(viewer));
  const waits = { ...answered, slowUntil: Math.max(answered.slowUntil ?? 0, predicted) };
  return composerStateOf({ viewer, mode, banned: shutOut || standing?.banned !== undefined, waits, now });
}
