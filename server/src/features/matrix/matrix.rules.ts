import type { LobbyChannel, MatrixTile, RegionName } from '@yunhui/contracts';
import { isCoverageTarget, matrixStateOf } from '@yunhui/domain';
import type { ChannelCard } from '../channels/index.js';
import type { RegionCard } from '../regions/index.js';

/** A channel with what it shows now and how much of today's programme is its. */
export type Placed = { card: ChannelCard; shown: LobbyChannel; sessionsToday: number };

/** A region as the screens name it. */
export function toName({ key, name, nameEn, abbr }: RegionCard): RegionName {
  return { key, name, nameEn, abbr };
}

/**
 * A region's tile. `inside`: the channels in the region and everything below it, nearest to air first; of the
 * region's own, the matrix channel stands for it before any other.
 */
export function tileOf(region: RegionCard, inside: readonly Placed[], children: number): MatrixTile {
  const own = inside.filter(({ card }) => card.region.key === region.key);
  const stands = own.find(({ card }) => card.matrix !== undefined) ?? own[0];
  const speciality = stands?.card.speciality ?? own.find(({ card }) => card.speciality)?.card.speciality;
  return {
    ...toName(region),
    kind: region.kind,
    ...(region.code && { code: region.code }),
    ...(region.at && { at: region.at }),
    coverageTarget: isCoverageTarget(region.path),
    state: matrixStateOf(stands?.shown, speciality !== undefined),
    ...(stands && { channel: stands.shown }),
    ...(speciality && { speciality }),
    sessionsToday: inside.reduce((sum, { sessionsToday }) => sum + sessionsToday, 0),
    liveNow: inside.filter(({ shown }) => shown.state === 'live').length,
    children,
  };
}
