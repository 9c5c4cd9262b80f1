import type { LobbyChannel } from '@yunhui/contracts';
import { useState } from 'react';
import type { LobbyView } from './use-lobby.js';

/**
 * The stage of a page that was opened while nothing was live: its place is kept, and the first that goes live
 * takes it and stays. Everything keeps its place until the chip is pressed, also what took the stage.
 */
export function useFilledStage(first: LobbyChannel | undefined, tiles: LobbyView['tiles']): LobbyChannel | undefined {
  const [filled, setFilled] = useState<string>();
  if (first) return first;
  const live = filled === undefined ? [...tiles.values()].find(({ state }) => state === 'live') : tiles.get(filled);
  if (live && filled === undefined) setFilled(live.slug);
  return live;
}
