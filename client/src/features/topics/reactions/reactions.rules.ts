import type { ReactionName, Reactions } from '@yunhui/contracts';

/** The hub takes up to so many of one name in a call. */
export const mostPerCall = 20;

/** Taps that the hub has not been told of yet. */
export type Taps = Readonly<Partial<Record<ReactionName, number>>>;

export const tap = (taps: Taps, name: ReactionName): Taps => ({ ...taps, [name]: (taps[name] ?? 0) + 1 });

type Call = { name: ReactionName; count: number };

/** The next call to the hub, the most tapped name first so that none waits long, and what is left for later ones. */
export function nextCall(taps: Taps): { call: Call; rest: Taps } | undefined {
  const [most] = (Object.entries(taps) as [ReactionName, number][]).toSorted(([, one], [, other]) => other - one);
  if (!most) return undefined;
  const [name, waiting] = most;
  const count = Math.min(waiting, mostPerCall);
  const { [name]: _told, ...others } = taps;
  return { call: { name, count }, rest: waiting > count ? { ...others, [name]: waiting - count } : others };
}

/** What a picture shows of one change at the most: a crowd is a few more, not a thousand. */
const mostAtOnce = 4;

/** What others reacted between two values of the state, one's own calls taken out: those were shown at the tap. */
export function othersSince(before: Reactions | undefined, now: Reactions | undefined, own: Taps): readonly Call[] {
  if (!before || !now) return [];
  return (Object.keys(now) as ReactionName[]).flatMap((name) => {
    const count = (now[name] ?? 0) - (before[name] ?? 0) - (own[name] ?? 0);
    return count > 0 ? [{ name, count: Math.min(mostAtOnce, count) }] : [];
  });
}
