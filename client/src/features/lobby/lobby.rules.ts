import type { Cut, LiveState, LobbyChannel, TopicState } from '@yunhui/contracts';
import { byNearnessToAir, shanghaiDayOf } from '@yunhui/domain';
import { isTile, withoutCut } from '../../platform/lobby-topic.rules.js';

/** What starts within half an hour is worth waiting for. */
const soonMs = 30 * 60_000;

/** Which tile stands where, by slug. It is made on load and when the reader asks for it, so that nothing moves under a finger. */
export type Arrangement = Record<'live' | 'soon' | 'later' | 'replays' | 'other', readonly string[]>;

export type Section = keyof Arrangement;

/** The tiles, and which stands where. */
type PlacedTiles = { tiles: ReadonlyMap<string, LobbyChannel>; arrangement: Arrangement };

const sectionByState: Record<LiveState, Section> = {
  live: 'live',
  interrupted: 'live',
  due: 'soon',
  scheduled: 'later',
  replay: 'replays',
  ended: 'other',
  blocked: 'other',
};

function sectionOf({ state, session }: LobbyChannel, now: number): Section {
  if (state !== 'scheduled') return sectionByState[state];
  if (!session) return 'other';
  return session.start - now <= soonMs ? 'soon' : 'later';
}

/** The order of the lobby, in sections: live first, then what starts soon, later today, replays, and the rest. */
export function arrange(channels: readonly LobbyChannel[], now: number): Arrangement {
  const ordered = channels.toSorted(byNearnessToAir);
  const inSection = (section: Section) => ordered.filter((channel) => sectionOf(channel, now) === section).map(({ slug }) => slug);
  return {
    live: inSection('live'),
    soon: inSection('soon'),
    later: inSection('later'),
    replays: inSection('replays'),
    other: inSection('other'),
  };
}

/** Live now, and not among the live where the reader sees them: what the chip offers to bring up. */
export function newlyLive({ live }: Arrangement, channels: readonly LobbyChannel[]): readonly string[] {
  return channels.filter(({ slug, state }) => state === 'live' && !live.includes(slug)).map(({ slug }) => slug);
}

/**
 * The tiles of a section, in its order. Who leads the order stands on the stage, if there is one, and nowhere else. Who took
 * an empty stage after the load keeps its own place as well: were it taken out, all that stand behind it would move.
 */
export function tilesIn(section: Section, view: PlacedTiles, hasStage: boolean): readonly LobbyChannel[] {
  const [leader] = hasStage ? view.arrangement.live : [];
  return view.arrangement[section].flatMap((slug) => {
    const tile = view.tiles.get(slug);
    return tile && slug !== leader ? [tile] : [];
  });
}

/** Those of the channels that are in this lobby, in the order of the page: it does not change under a finger either. */
export const followedIn = ({ tiles, arrangement }: PlacedTiles, followed: readonly string[]): readonly LobbyChannel[] =>
  Object.values(arrangement)
    .flat()
    .flatMap((slug) => (followed.includes(slug) ? (tiles.get(slug) ?? []) : []));

/** The tiles as they are now: those read by HTTP with what the topic has said since, and none playing that was cut off. */
export function currentTiles(read: readonly LobbyChannel[], state: TopicState, cuts: readonly Cut[] = []): readonly LobbyChannel[] {
  return read.map((tile) => {
    const newer = state[tile.slug];
    return withoutCut(isTile(newer) ? newer : tile, cuts);
  });
}

/** Keys to track: what is in view first, then the rest in the order of the page, as many as the hub allows. */
export function keysToTrack({
  inView,
  all,
  most,
}: {
  inView: ReadonlySet<string>;
  all: readonly string[];
  most: number;
}): readonly string[] {
  return [...all.filter((slug) => inView.has(slug)), ...all.filter((slug) => !inView.has(slug))].slice(0, most).toSorted();
}

/** How many places are live. A channel of the whole country, and one that never stops, is no place. */
export function livePlaces(channels: readonly LobbyChannel[]): number {
  return new Set(
    channels
      .filter(({ state, roundTheClock, region }) => state === 'live' && !roundTheClock && region !== 'CN')
      .map(({ region }) => region),
  ).size;
}

/** Which day of a campaign this is; nothing outside its window, for then it would not be true. */
export function dayOfWindow(now: number, window: { from: string; to: string } | undefined): { day: number; days: number } | undefined {
  const today = shanghaiDayOf(now);
  if (!window || today < window.from || today > window.to) return undefined;
  const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  return { day: daysBetween(window.from, today), days: daysBetween(window.from, window.to) };
}

/** The first so many of lists that stand one below the other, each still in its own. */
export function firstOf<Item>(lists: readonly (readonly Item[])[], most: number): readonly (readonly Item[])[] {
  const before = lists.map((_list, place) => lists.slice(0, place).reduce((sum, { length }) => sum + length, 0));
  return lists.map((list, place) => list.slice(0, Math.max(0, most - (before[place] ?? 0))));
}
