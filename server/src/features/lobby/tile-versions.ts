import { isDeepStrictEqual } from 'node:util';
import type { KeptTile } from './lobby.repository.js';

/** The tiles that are not as kept, each with the next version. One that shows the same keeps its version and is not written. */
export function changedTiles(kept: readonly KeptTile[], made: readonly Omit<KeptTile, 'version'>[]): KeptTile[] {
  const before = new Map(kept.map((tile) => [tile.channel, tile]));
  return made.flatMap((tile) => {
    const known = before.get(tile.channel);
    if (known && known.campaign === tile.campaign && isDeepStrictEqual(known.tile, tile.tile)) return [];
    return [{ ...tile, version: (known?.version ?? 0) + 1 }];
  });
}
