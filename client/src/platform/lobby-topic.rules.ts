import type { Cut, LobbyChannel } from '@yunhui/contracts';
import { isOff } from './cuts.rules.js';

/** The value of a state key of the lobby's topic, if it is a channel: keys that a later hub adds are none of ours. */
export function isTile(value: unknown): value is LobbyChannel {
  return typeof value === 'object' && value !== null && 'slug' in value && 'state' in value && 'viewers' in value;
}

/** The tile as it is with what was cut off: the word of it comes before the tile that the hub makes. */
export function withoutCut(tile: LobbyChannel, cuts: readonly Cut[]): LobbyChannel {
  const off = cuts.length > 0 && isOff(cuts, { slug: tile.slug, region: tile.region, session: tile.session?.id });
  return off && tile.state !== 'blocked' ? { ...tile, state: 'blocked' } : tile;
}
