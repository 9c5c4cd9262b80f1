/** A calendar day as `YYYY-MM-DD`. */
export type CalendarDay = string;

/** Asia/Shanghai has stood at UTC+8, without summer time, since 1991. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** The calendar day in Asia/Shanghai at a moment. */
export function shanghaiDay(nowMs: number): CalendarDay {
  return new Date(nowMs + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** The moment at which a day of Asia/Shanghai begins. */
export function shanghaiMidnight(day: CalendarDay): number {
  return Date.parse(`${day}T00:00:00.000+08:00`);
}

/** The first midnight of Asia/Shanghai after a moment: at 00:00 sharp it is a day away. */
export function nextShanghaiMidnight(nowMs: number): number {
  return shanghaiMidnight(shanghaiDay(nowMs)) + DAY_MS;
}
