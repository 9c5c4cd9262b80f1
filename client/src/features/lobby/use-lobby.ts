import type { LobbyChannel } from '@yunhui/contracts';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { lobbyOf } from '../../platform/campaign.js';
import { hubNow } from '../../platform/clock.js';
import { useCuts } from '../../platform/cuts.js';
import { realtimeIfOpen, useTopic, useTrackedKeys } from '../../platform/realtime.js';
import { arrange, currentTiles, keysToTrack, newlyLive, type Arrangement } from './lobby.rules.js';

const MOST_KEYS = 64;

export type LobbyView = {
  tiles: ReadonlyMap<string, LobbyChannel>;
  arrangement: Arrangement;
  newlyLive: readonly string[];
  /** Brings the order up to date; the only way it changes after the load. */
  rearrange: () => void;
};

/** The lobby: read once by HTTP and painted, then followed from there. `inView` are the tiles on the screen. */
export function useLobby(campaign: string, inView: ReadonlySet<string>) {
  const query = useQuery(lobbyOf(campaign));
  const lobby = query.data;
  const [arranged, setArranged] = useState<{ campaign: string; arrangement: Arrangement }>();

  const all = useMemo(() => lobby?.channels.map(({ slug }) => slug) ?? [], [lobby]);
  const keys = keysToTrack({ inView, all, most: realtimeIfOpen()?.hello?.limits.keys ?? MOST_KEYS });
  const start = lobby && { epoch: lobby.epoch, seq: lobby.seq, rev: lobby.rev };
  const topic = useTopic(lobby?.topic, { mode: 'state', keys, start });
  useTrackedKeys(lobby?.topic, keys);

  const cuts = useCuts();
  const tiles = useMemo(() => currentTiles(lobby?.channels ?? [], topic?.state ?? {}, cuts), [lobby, topic?.state, cuts]);
  const rearrange = useCallback(() => setArranged({ campaign, arrangement: arrange(tiles, hubNow()) }), [campaign, tiles]);

  // The first order comes with the first answer. A tile that appears later stands last until the next arrangement.
  if (lobby && arranged?.campaign !== campaign) rearrange();

  const view = useMemo((): LobbyView | undefined => {
    if (!lobby || arranged?.campaign !== campaign) return undefined;
    const placed = new Set(Object.values(arranged.arrangement).flat());
    const unplaced = tiles.map(({ slug }) => slug).filter((slug) => !placed.has(slug));
    const arrangement = { ...arranged.arrangement, other: [...arranged.arrangement.other, ...unplaced] };
    return { tiles: new Map(tiles.map((tile) => [tile.slug, tile])), arrangement, newlyLive: newlyLive(arrangement, tiles), rearrange };
  }, [lobby, arranged, campaign, tiles, rearrange]);

  return { view, error: query.error, retry: query.refetch };
}
