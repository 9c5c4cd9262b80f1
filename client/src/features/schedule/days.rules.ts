import type { Campaign } from '@yunhui/contracts';
import { dayMs, shanghaiDayAfter, startOfShanghaiDay, type ShanghaiDay } from '@yunhui/domain';

const minuteMs = 60_000;

/** The first of January 2024 was a Monday: weeks are counted from it where no campaign says otherwise. */
const someMonday = startOfShanghaiDay('2024-01-01');

/** The seven days that a day is among: counted from the first day of the campaign's window it falls into, else from Monday. */
export function weekOf(day: ShanghaiDay, windows: Campaign['windows']): readonly ShanghaiDay[] {
  const window = windows.find(({ from, to }) => from <= day && day <= to);
  const origin = window ? startOfShanghaiDay(window.from) : someMonday;
  const days = Math.round((startOfShanghaiDay(day) - origin) / dayMs);
  const first = shanghaiDayAfter(day, -(((days % 7) + 7) % 7));
  return Array.from({ length: 7 }, (_, place) => shanghaiDayAfter(first, place));
}

/** A day that can be meant by an address; anything else is no day. */
export function dayIn(text: string | undefined): ShanghaiDay | undefined {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const at = Date.parse(`${text}T00:00:00.000Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? undefined : text;
}

/** The moment of a day that an address means by 11:30. */
export function momentIn(text: string | undefined, day: ShanghaiDay): number | undefined {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text ?? '') ?? [];
  return hours === undefined ? undefined : startOfShanghaiDay(day) + (Number(hours) * 60 + Number(minutes)) * minuteMs;
}

/** The service hours of a day, in ms since 1970 UTC. */
export function serviceSpan(day: ShanghaiDay, { from, to }: Campaign['serviceHours']): { from: number; to: number } {
  const midnight = startOfShanghaiDay(day);
  return { from: midnight + from * minuteMs, to: midnight + to * minuteMs };
}
