import type { FuzzyTime } from '@yunhui/contracts';
import { type ShanghaiDay, shanghaiDayAfter, shanghaiDayOf } from '../shanghai-day.js';

/** The first day on which it may begin: what deadlines are counted from, because it may be then. */
export function firstDayOf(time: FuzzyTime): ShanghaiDay {
  return time.precision === 'exact' ? shanghaiDayOf(Date.parse(time.startsAt)) : time.from;
}

/** The last day on which it may still be on. What ends at midnight ended the day before. */
export function lastDayOf(time: FuzzyTime): ShanghaiDay {
  return time.precision === 'exact' ? shanghaiDayOf(Date.parse(time.endsAt) - 1) : time.to;
}

/** Of ten-day periods 旬: their first days and, but for the month's last, their last days. */
const periodStarts = ['01', '11', '21'];
const periodEnds = ['10', '20'];

/** Whether a day is the last of its month. */
export const endsMonth = (day: ShanghaiDay): boolean => shanghaiDayAfter(day, 1).endsWith('-01');

/** Whether the days are what the precision says: a whole month does not end on the 17th, and nothing ends before it begins. */
export function isWellFormed(time: FuzzyTime): boolean {
  if (time.precision === 'exact') return Date.parse(time.startsAt) < Date.parse(time.endsAt);
  const { from, to, precision } = time;
  if (from > to) return false;
  switch (precision) {
    case 'day':
      return from === to;
    case 'tenDay':
      return periodStarts.includes(from.slice(8)) && (periodEnds.includes(to.slice(8)) || endsMonth(to));
    case 'month':
      return from.endsWith('-01') && endsMonth(to);
    case 'range':
      return true;
  }
}

/** The moments that gap arithmetic and the schedule may use; nothing of a time that is not exact. */
export function slotOf(time: FuzzyTime): { start: number; end: number } | undefined {
  return time.precision === 'exact' ? { start: Date.parse(time.startsAt), end: Date.parse(time.endsAt) } : undefined;
}

/** Whether two may be on one day. */
export function mayMeet(one: FuzzyTime, other: FuzzyTime): boolean {
  return firstDayOf(one) <= lastDayOf(other) && firstDayOf(other) <= lastDayOf(one);
}
