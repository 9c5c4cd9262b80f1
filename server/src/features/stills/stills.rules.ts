import { isFreshStill } from '@yunhui/domain';

/** A still and what it is of: whatever is cut off of these, nobody sees it any more. */
export type KeptStill = {
  id: string;
  at: number;
  link: string;
  channel: string;
  session?: string;
  region: string;
  rank: number;
  type: string;
};

/** The fresh ones of each channel, the best link's first. */
export function byChannel(stills: readonly KeptStill[], now: number): ReadonlyMap<string, readonly KeptStill[]> {
  const fresh = stills.filter((still) => isFreshStill(still, now)).toSorted((a, b) => a.rank - b.rank);
  return Map.groupBy(fresh, ({ channel }) => channel);
}
