import type { FuzzyTime } from '@yunhui/contracts';
import { firstDayOf, lastDayOf, parseTime, type ShanghaiDay, shanghaiDayAfter, shanghaiInstant } from '@yunhui/domain';

export type Precision = FuzzyTime['precision'];

/** Of an exact time, what stands in its fields. Empty is what nobody has said yet. */
export type Clocks = { day: ShanghaiDay; start: string; end: string };

export function clocksOf(time: FuzzyTime | undefined): Clocks {
  if (!time) return { day: '', start: '', end: '' };
  if (time.precision !== 'exact') return { day: time.from, start: '', end: '' };
  const [from, to] = [shanghaiInstant(Date.parse(time.startsAt)), shanghaiInstant(Date.parse(time.endsAt))];
  return { day: from.slice(0, 10), start: from.slice(11, 16), end: to.slice(11, 16) };
}

/** As exact as what is filled in: without both clocks it is a day. An end that is not after the start is on the day after. */
export function timeOfClocks({ day, start, end }: Clocks, tentative: boolean): FuzzyTime | undefined {
  if (day === '') return undefined;
  if (start === '' || end === '') return { precision: 'day', from: day, to: day, tentative };
  const ends = end > start ? day : shanghaiDayAfter(day, 1);
  return { precision: 'exact', startsAt: `${day}T${start}:00+08:00`, endsAt: `${ends}T${end}:00+08:00`, tentative };
}

/** The same time, said less exactly: a day becomes the ten days or the month that it lies in. */
export function lessExact(time: FuzzyTime, precision: Exclude<Precision, 'exact'>): FuzzyTime {
  const [first, last] = [firstDayOf(time), lastDayOf(time)];
  const { tentative } = time;
  switch (precision) {
    case 'day':
      return { precision, from: first, to: first, tentative };
    case 'range':
      return { precision, from: first, to: last, tentative };
    case 'tenDay':
      return { precision, from: tenDaysFrom(first).from, to: tenDaysFrom(last).to, tentative };
    case 'month':
      return { precision, from: monthFrom(first).from, to: monthFrom(last).to, tentative };
  }
}

export type Days = { from: ShanghaiDay; to: ShanghaiDay };

/** The months, or the ten-day periods, from the one of a day on. */
export function periodsFrom(day: ShanghaiDay, precision: 'tenDay' | 'month', count: number): Days[] {
  const periods: Days[] = [];
  for (let next = day; periods.length < count;) {
    const period = precision === 'month' ? monthFrom(next) : tenDaysFrom(next);
    periods.push(period);
    next = shanghaiDayAfter(period.to, 1);
  }
  return periods;
}

function monthFrom(day: ShanghaiDay): Days {
  return daysOf(day, '');
}

function tenDaysFrom(day: ShanghaiDay): Days {
  const date = Number(day.slice(8));
  return daysOf(day, date <= 10 ? '上旬' : date <= 20 ? '中旬' : '下旬');
}

/** How long months are is known where times of notices are read. */
function daysOf(day: ShanghaiDay, part: string): Days {
  const [year, month] = day.split('-').map(Number);
  const time = parseTime(`${month}月${part}`, year ?? 0);
  if (!time || time.precision === 'exact') throw new Error(`${day} is no day`);
  return { from: time.from, to: time.to };
}
