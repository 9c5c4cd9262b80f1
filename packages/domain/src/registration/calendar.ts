import { dayMs, type ShanghaiDay, shanghaiDayAfter, startOfShanghaiDay } from '../shanghai-day.js';

/** Whether people work on a day. Holidays and the weekends they are made up on 调休 are the caller's to know. */
export type WorkCalendar = (day: ShanghaiDay) => boolean;

/** Mondays to Fridays, without any holiday. */
export const weekdays: WorkCalendar = (day) => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
};

/** How many days lie between two, negative when `to` is the earlier. */
export function daysBetween(from: ShanghaiDay, to: ShanghaiDay): number {
  return Math.round((startOfShanghaiDay(to) - startOfShanghaiDay(from)) / dayMs);
}

/** A calendar that never works would be searched for ever. */
const longestRestDays = 60;

/** The working day on which work of so many working days is done that begins after `day`; `day` itself when there is none to do. */
export function workingDayAfter(day: ShanghaiDay, workingDays: number, isWorking: WorkCalendar): ShanghaiDay {
  let found = day;
  for (let left = workingDays; left > 0; left -= 1) found = nextWorkingDay(found, 1, isWorking);
  return found;
}

/** The last day after which so many working days still fit before `day` is over. */
export function lastDayBefore(day: ShanghaiDay, workingDays: number, isWorking: WorkCalendar): ShanghaiDay {
  let found = shanghaiDayAfter(day, 1);
  for (let left = workingDays; left > 0; left -= 1) found = nextWorkingDay(found, -1, isWorking);
  return shanghaiDayAfter(found, -1);
}

function nextWorkingDay(day: ShanghaiDay, step: 1 | -1, isWorking: WorkCalendar): ShanghaiDay {
  for (let away = 1; away <= longestRestDays; away += 1) {
    const candidate = shanghaiDayAfter(day, step * away);
    if (isWorking(candidate)) return candidate;
  }
  throw new Error(`no working day within ${longestRestDays} days of ${day}`);
}
