import type { StreamLink } from '@yunhui/contracts';

/** What is remembered of links by their address: how often each has failed of late, and when it did last. Times in ms. */
export type LinkMemory = ReadonlyMap<string, { failures: number; failedAt: number }>;

export const noFailures: LinkMemory = new Map();

/** A link that failed is not returned to for a minute, then two, then four: one that comes and goes is left alone. */
const restMs = (failures: number): number => Math.min(60_000 * 2 ** (failures - 1), 15 * 60_000);

/** What plays so long has shown that the line is good: only then is a better source worth another cut in the picture. */
const settledMs = 30_000;

/** What has not failed for so long after its rest owes nothing for the failures before. */
const forgivenMs = 10 * 60_000;

export function afterFailure(memory: LinkMemory, url: string, now: number): LinkMemory {
  const before = memory.get(url);
  const failures = before && now - before.failedAt < restMs(before.failures) + forgivenMs ? before.failures + 1 : 1;
  return new Map(memory).set(url, { failures, failedAt: now });
}

const rests = (memory: LinkMemory, url: string, now: number): boolean => {
  const known = memory.get(url);
  return known !== undefined && now - known.failedAt < restMs(known.failures);
};

/**
 * Where to go when a link fails, as a place in the list: the best that has not failed of late, else the one whose failure
 * lies furthest back. Never the one that failed, unless it is alone.
 */
export function placeAfterFailure(urls: readonly string[], failed: number, memory: LinkMemory, now: number): number {
  const others = urls.map((url, place) => ({ url, place })).filter(({ place }) => place !== failed);
  const good = others.find(({ url }) => !rests(memory, url, now));
  const failedAt = ({ url }: { url: string }): number => memory.get(url)?.failedAt ?? -Infinity;
  const oldest = others.toSorted((a, b) => failedAt(a) - failedAt(b))[0];
  return (good ?? oldest)?.place ?? failed;
}

/**
 * The better link to look at again, as a place in the list; none while what plays has only just come, or every better one
 * rests. Whoever chose a source by hand keeps it.
 */
export function placeToReturnTo(
  links: readonly Pick<StreamLink, 'url' | 'health' | 'rank'>[],
  playing: { place: number; sinceMs: number; byHand: boolean },
  memory: LinkMemory,
  now: number,
): number | undefined {
  if (playing.byHand || playing.sinceMs < settledMs) return undefined;
  const rank = links[playing.place]?.rank ?? 0;
  const isWell = (health: StreamLink['health']): boolean => health !== 'down' && health !== 'degraded';
  // What only stands before it because the order has changed is not better for who has a picture.
  const better = links.findIndex(
    (link, place) => place < playing.place && link.rank < rank && isWell(link.health) && !rests(memory, link.url, now),
  );
  return better < 0 ? undefined : better;
}

/** No frozen frame without a word for longer than this: then the link is given up. */
export const stallPatienceMs = 8_000;
/** With another link to go to, the first stall is not waited out that long; each further one is, a little more. */
const firstPatienceMs = 3_000;

/** How long a picture may stand before its link is given up. `switches`: how often that was done in the last minutes. */
export const patienceMs = (others: boolean, switches: number): number =>
  others ? Math.min(firstPatienceMs * 2 ** switches, stallPatienceMs) : stallPatienceMs;

/** How many switches lie within the last two minutes. */
export const lately = (switchedAt: readonly number[], now: number): number => switchedAt.filter((at) => now - at < 120_000).length;

/** How far behind is caught up with by playing a little faster: nobody hears four in a hundred. Further back there is a button. */
const catchUp = { fromS: 2, toS: 10, rate: 1.04, bufferS: 3 };

export function catchUpRate(behindS: number, bufferedS: number, ratedNow: number): number {
  const stopsAtS = ratedNow > 1 ? catchUp.fromS / 4 : catchUp.fromS;
  return behindS > stopsAtS && behindS <= catchUp.toS && bufferedS >= catchUp.bufferS ? catchUp.rate : 1;
}
