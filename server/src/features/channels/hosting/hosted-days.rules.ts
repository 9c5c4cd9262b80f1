import { type ShanghaiDay, shanghaiDayOf } from '@yunhui/domain';

type Slot = { start: number; end: number };

/** So many are read at one glance, whatever their day. */
const few = 12;
/** What begins so soon is of today, also when midnight lies between. */
const soonMs = 2 * 3_600_000;
const mostShown = 200;

/** Those that are shown: all when they are few, else a day's. What is on now or comes next is first, what is over last. */
export function shownOf<Session extends Slot>(
  sessions: readonly Session[],
  { now, day }: { now: number; day: ShanghaiDay | undefined },
): { shown: Session[]; day?: ShanghaiDay } {
  const [over, open] = [sessions.filter(({ end }) => end <= now), sessions.filter(({ end }) => end > now)];
  const ordered = [...open, ...over.toReversed()];
  if (day === undefined && sessions.length <= few) return { shown: ordered };
  const today = shanghaiDayOf(now);
  const asked = day ?? today;
  const isOf = ({ start, end }: Slot) => shanghaiDayOf(start) === asked || (asked === today && end > now && start <= now + soonMs);
  return { shown: ordered.filter(isOf).slice(0, mostShown), day: asked };
}

/** The days on which sessions begin, in order, with how many. */
export function daysOf(sessions: readonly Slot[]): { day: ShanghaiDay; count: number }[] {
  const byDay = Map.groupBy(sessions, ({ start }) => shanghaiDayOf(start));
  const days = [...byDay].map(([day, { length }]) => ({ day, count: length }));
  return days.toSorted((a, b) => a.day.localeCompare(b.day));
}
