import type { FuzzyTime } from '@yunhui/contracts';
import { type ShanghaiDay, shanghaiDayAfter } from '../shanghai-day.js';

/** A point that a notice names: a month, a part of it, a day, or a minute. */
type Point = { year?: number; month?: number; periods?: string; day?: number; clock?: string };
type Dated = Point & { year: number; month: number };

const tentativeMark = /[（(](?:暂定|待定|拟)[)）]/u;
const pointShape =
  /^(?:(?<year>\d{4})年)?(?:(?<month>\d{1,2})(?:月|$))?(?:(?<periods>上中下|上中|中下|上|中|下)旬|(?<day>\d{1,2})日?)?(?<clock>\d{1,2}:\d{2})?$/u;
const clockOnly = /^\d{1,2}:\d{2}$/u;
const periodBegins: Record<string, string> = { 上: '01', 中: '11', 下: '21' };
const periodEnds: Record<string, string> = { 上: '10', 中: '20' };

/**
 * Reads a time as notices print it: `2023年9月18日（暂定）`, `9月中下旬`, `9—11月`, `9 月 11 日——9 月 28 日期间`,
 * `9月27日 09:30–11:00`. The year is `year` where none is printed; an end before its beginning is in the year after.
 * Nothing, rather than a guess, for what it does not know.
 */
export function parseTime(text: string, year: number): FuzzyTime | undefined {
  const tentative = tentativeMark.test(text);
  const plain = text
    .normalize('NFKC')
    .replace(/\((?:暂定|待定|拟)\)/gu, '')
    .replace(/期间|\s/gu, '')
    .replace(/[-—–―−~～至到]+/gu, '—');
  const [first = '', second, ...more] = plain.split('—');
  if (!plain.includes('月') || second === '' || more.length > 0) return undefined;
  const from = pointOf(first);
  const to = second === undefined ? from : pointOf(second, from);
  if (!from || !to) return undefined;
  const begins = { ...from, year: from.year ?? year, month: from.month ?? 0 };
  const ends = endOf(begins, to);
  return isDate(begins) && isDate(ends) ? timeOf(begins, ends, tentative) : undefined;
}

/** `before`: what was said left of the dash, which a day or clock on its right leans on. */
function pointOf(text: string, before?: Point): Point | undefined {
  if (before?.clock !== undefined && clockOnly.test(text)) return { ...before, clock: text };
  if (before?.day !== undefined && /^\d{1,2}日$/u.test(text))
    return { year: before.year, month: before.month, day: Number.parseInt(text, 10) };
  const found = pointShape.exec(text)?.groups;
  if (!found?.month) return undefined;
  const { year, month, periods, day, clock } = found;
  return {
    ...(year !== undefined && { year: Number(year) }),
    month: Number(month),
    ...(periods !== undefined && { periods }),
    ...(day !== undefined && { day: Number(day) }),
    ...(clock !== undefined && { clock: clock.padStart(5, '0') }),
  };
}

function endOf(begins: Dated, to: Point): Dated {
  const month = to.month ?? begins.month;
  const year = to.year ?? (month < begins.month ? begins.year + 1 : begins.year);
  return { ...to, year, month, ...(to.clock !== undefined && { clock: to.clock.padStart(5, '0') }) };
}

function timeOf(begins: Dated, ends: Dated, tentative: boolean): FuzzyTime | undefined {
  const [from, to] = [firstDay(begins), lastDay(ends)];
  if (begins.clock !== undefined && ends.clock !== undefined) {
    const [startsAt, endsAt] = [`${from}T${begins.clock}:00+08:00`, `${to}T${ends.clock}:00+08:00`];
    return startsAt < endsAt ? { precision: 'exact', startsAt, endsAt, tentative } : undefined;
  }
  const precision = precisionOf(begins, ends);
  if (!precision || from > to) return undefined;
  return { precision, from, to, tentative };
}

/** Both ends are as exact as each other, or nobody knows what is meant. */
function precisionOf(begins: Dated, ends: Dated): 'day' | 'tenDay' | 'month' | 'range' | undefined {
  if (begins.clock !== undefined || ends.clock !== undefined) return undefined;
  if (begins.day !== undefined && ends.day !== undefined) return firstDay(begins) === lastDay(ends) ? 'day' : 'range';
  if (begins.periods !== undefined && ends.periods !== undefined) return 'tenDay';
  const isPart = [begins, ends].some(({ day, periods }) => day !== undefined || periods !== undefined);
  return isPart ? undefined : 'month';
}

function firstDay({ year, month, periods, day }: Dated): ShanghaiDay {
  return dayOf(year, month, periods === undefined ? (day ?? 1) : Number(periodBegins[periods.slice(0, 1)]));
}

function lastDay({ year, month, periods, day }: Dated): ShanghaiDay {
  const fixed = periods === undefined ? day : periodEnds[periods.slice(-1)];
  if (fixed !== undefined) return dayOf(year, month, Number(fixed));
  return shanghaiDayAfter(month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1), -1);
}

const dayOf = (year: number, month: number, day: number): ShanghaiDay =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** No 13th month, no 31 September, no 25 o'clock. */
function isDate({ year, month, day = 1, clock = '00:00' }: Dated): boolean {
  const date = new Date(`${dayOf(year, month, day)}T${clock}:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === day && date.getUTCMonth() === month - 1;
}
