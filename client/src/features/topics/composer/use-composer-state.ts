import type { RoomMode, User } from '@yunhui/contracts';
import type { TopicView } from '@yunhui/realtime-client';
import { useHubNow } from '../../../platform/clock.js';
import { useConnection } from '../../../platform/realtime.js';
import { useOwnStanding, useToldStanding } from '../../../platform/standing.js';
import { composerStateOf, holds, isBanned, slowUntil, speaksForHouse, waitsOf, wasRefused, type ComposerState } from './composer.rules.js';
import { modeIn } from './mode.rules.js';

/** What is known of oneself in a topic, and whether one is banned there: from the hub as a whole, or where the topic is. */
function useStandingIn(view: TopicView | undefined, viewer: User | null | undefined) {
  const shutOut = isBanned(useConnection());
  const standing = useOwnStanding(view?.topic, viewer, shutOut || wasRefused(view?.own ?? []));
  const now = useHubNow(1000);
  return { standing, now, banned: shutOut || holds(standing?.banned, now) };
}

export const useIsBanned = (view: TopicView | undefined, viewer: User | null | undefined): boolean => useStandingIn(view, viewer).banned;

/** What one may do in a topic now; `mode` is what of it holds for oneself: nothing for who speaks for the house there. */
export function useComposerState(view: TopicView | undefined, viewer: User | null | undefined): { state: ComposerState; mode: RoomMode } {
  const { own = [], entries = [] } = view ?? {};
  const mode = modeIn(view);
  const told = useToldStanding();
  const { standing, now, banned } = useStandingIn(view, viewer);
  const isHouse = speaksForHouse(viewer, standing);
  const lifted = told !== undefined && told.muted === undefined;
  const answered = waitsOf(own, standing?.muted?.until ? Date.parse(standing.muted.until) : undefined, lifted);
  const predicted = slowUntil(entries, mode, viewer?.id, isHouse);
  const waits = { ...answered, slowUntil: Math.max(answered.slowUntil ?? 0, predicted) };
  return { state: composerStateOf({ viewer, isHouse, mode, banned, waits, now }), mode: isHouse ? {} : mode };
}
