import type { RoomMode, User } from '@yunhui/contracts';
import type { TopicView } from '@yunhui/realtime-client';
import { useHubNow } from '../../../platform/clock.js';
import { useConnection } from '../../../platform/realtime.js';
import { useOwnStanding, useToldStanding } from '../../../platform/standing.js';
import { composerStateOf, holds, isBanned, slowUntil, speaksForHouse, waitsOf, wasRefused, type ComposerState } from './composer.rules.js';
import { modeIn } from './mode.rules.js';

/** What one may do in a topic now; `mode` is what of it holds for oneself: nothing for who speaks for the house there. */
export function useComposerState(view: TopicView | undefined, viewer: User | null | undefined): { state: ComposerState; mode: RoomMode } {
  const { own = [], entries = [] } = view ?? {};
  const mode = modeIn(view);
  const shutOut = isBanned(useConnection());
  const told = useToldStanding();
  const standing = useOwnStanding(view?.topic, viewer, shutOut || wasRefused(own));
  const isHouse = speaksForHouse(viewer, standing);
  const now = useHubNow(1000);
  const lifted = told !== undefined && told.muted === undefined;
  const answered = waitsOf(own, standing?.muted?.until ? Date.parse(standing.muted.until) : undefined, lifted);
  const predicted = slowUntil(entries, mode, viewer?.id, isHouse);
  const waits = { ...answered, slowUntil: Math.max(answered.slowUntil ?? 0, predicted) };
  const banned = shutOut || holds(standing?.banned, now);
  return { state: composerStateOf({ viewer, isHouse, mode, banned, waits, now }), mode: isHouse ? {} : mode };
}
