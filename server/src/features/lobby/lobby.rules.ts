import { isDeepStrictEqual } from 'node:util';
import type { LobbyChannel } from '@yunhui/contracts';
import { fitTile, type OnAir, roundedViewers } from '@yunhui/domain';
import type { ChannelCard } from '../channels/index.js';
import type { PlannedSession } from '../schedule/index.js';
import type { KeptTile } from './lobby.repository.js';

/** What the lobby shows of a channel. What is not there has no key: a tile is compared, and sent, by its keys. */
export function tileOf(card: ChannelCard, { session, state, late }: OnAir<PlannedSession>, viewers: number): LobbyChannel {
  const { slug, title, titleEn, region, host, roundTheClock, sample } = card;
  return fitTile({
    slug,
    title,
    titleEn,
    region: region.key,
    ...(host && { host }),
    state,
    ...(late && { late }),
    ...(session && { session: { id: session.id, title: session.title, form: session.form, start: session.start, end: session.end } }),
    viewers: roundedViewers(viewers),
    ...(roundTheClock && { roundTheClock }),
    ...(sample && { sample }),
  });
}

/** The tiles that are not as kept, each with the next version. One that shows the same keeps its version and is not written. */
export function changedTiles(kept: readonly KeptTile[], made: readonly Omit<KeptTile, 'version'>[]): KeptTile[] {
  const before = new Map(kept.map((tile) => [tile.channel, tile]));
  return made.flatMap((tile) => {
    const known = before.get(tile.channel);
    if (known && known.campaign === tile.campaign && isDeepStrictEqual(known.tile, tile.tile)) return [];
    return [{ ...tile, version: (known?.version ?? 0) + 1 }];
  });
}
