import type { LobbyChannel, Session } from '@yunhui/contracts';
import { shanghaiDayOf, startOfShanghaiDay, type ShanghaiDay } from '@yunhui/domain';

const hourMs = 3_600_000;
/** What starts within this comes next; the rest is later. */
const nextMs = 90 * 60_000;

export type ListItem = { kind: 'session'; at: number; session: Session } | { kind: 'gap'; at: number; to: number };

const names = ['now', 'next', 'later', 'night', 'morning', 'afternoon', 'evening', 'ended'] as const;
export type SectionName = (typeof names)[number];
export type Section = { name: SectionName; items: readonly ListItem[] };

export const endOf = (item: ListItem): number => (item.kind === 'gap' ? item.to : Date.parse(item.session.endsAt));

/** The state decides and not the clock: what was planned and is not on yet is no part of now. Filler runs by the clock, and so does what was cancelled. */
function sectionOfToday(item: ListItem, now: number): SectionName {
  if (item.kind === 'session' && !item.session.repeat && !item.session.cancelled) {
    const { state } = item.session;
    if (state === 'live' || state === 'interrupted') return 'now';
    if (state === 'ended' || state === 'replay' || state === 'blocked') return 'ended';
    if (state === 'due') return 'next';
  }
  if (endOf(item) <= now) return 'ended';
  if (item.at <= now) return item.kind === 'session' && !item.session.repeat ? 'next' : 'now';
  return item.at - now <= nextMs ? 'next' : 'later';
}

/** The part of the day that something starts in; what began the day before is of its first hours. */
function partOfDay(at: number, day: ShanghaiDay): SectionName {
  const hour = (at - startOfShanghaiDay(day)) / hourMs;
  if (hour < 6) return 'night';
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}

/** The list of a day: today by nearness to now, another day by its parts. Empty sections are left out. */
export function sectionsOf(items: readonly ListItem[], day: ShanghaiDay, now: number): readonly Section[] {
  const today = shanghaiDayOf(now) === day;
  const ordered = items.toSorted((one, other) => one.at - other.at);
  const sectionOf = (item: ListItem) => (today ? sectionOfToday(item, now) : partOfDay(item.at, day));
  return names.flatMap((name) => {
    const inSection = ordered.filter((item) => sectionOf(item) === name);
    return inSection.length > 0 ? [{ name, items: inSection }] : [];
  });
}

/** Sessions with what the lobby has said since they were read. */
export function withTiles(sessions: readonly Session[], tiles: ReadonlyMap<string, LobbyChannel>): readonly Session[] {
  return sessions.map((session) => {
    const tile = tiles.get(session.channel);
    return tile?.session?.id === session.id ? { ...session, state: tile.state, late: tile.late ?? false } : session;
  });
}

/** Whether the lobby speaks of another session than the one read as on, or of another time: then the day is to be read again. */
export function isOutdated(sessions: readonly Session[], tiles: ReadonlyMap<string, LobbyChannel>): boolean {
  return sessions.some(({ id, channel, state, startsAt, endsAt, cancelled }) => {
    const on = tiles.get(channel)?.session;
    if (!on) return false;
    if (on.id !== id) return state === 'live' || state === 'interrupted';
    const sameSlot = on.start === Date.parse(startsAt) && on.end === Date.parse(endsAt);
    return !sameSlot || (on.cancelled ?? false) !== (cancelled !== undefined);
  });
}

/** What runs elsewhere in most of a gap, nearest first: somebody who finds nothing here may like to go there. */
export function elsewhereIn(
  gap: { from: number; to: number },
  sessions: readonly Session[],
  farness: (channel: string) => number,
): Session | undefined {
  const shared = ({ startsAt, endsAt }: Session) => Math.min(Date.parse(endsAt), gap.to) - Math.max(Date.parse(startsAt), gap.from);
  const most = (gap.to - gap.from) / 2;
  return sessions
    .filter((session) => session.state !== 'blocked' && !session.cancelled && shared(session) >= most)
    .toSorted((one, other) => farness(one.channel) - farness(other.channel) || shared(other) - shared(one))[0];
}
