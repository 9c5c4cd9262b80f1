import type { ActivityState, SupplementStanding } from '@yunhui/contracts';
import { type ShanghaiDay, shanghaiDayAfter, startOfShanghaiDay } from '../shanghai-day.js';
import { endOfDay } from './deadlines.js';

/** A day by which somebody above wants its summary; `key` names it in the campaign. */
export type CutOff = { key: string; day: ShanghaiDay };

export type SupplementRule = { days: number; remindAfterDays: readonly number[]; cutOffGraceDays: number };

/** 活动结束后10日内; a cut-off that leaves less than three days does not bind. */
export const usualSupplement: SupplementRule = { days: 10, remindAfterDays: [1, 7, 9], cutOffGraceDays: 3 };

/** What bound the deadline: the days after the end, a cut-off of those above, or a reviewer who has opened it again. */
export type BoundBy = { rule: 'days-after-end'; days: number } | { rule: 'cut-off'; key: string } | { rule: 'unlocked' };

/** The time in which a host supplements: from the end on, locked when `deadline` is over. */
export type SupplementPlan = {
  deadline: ShanghaiDay;
  boundBy: BoundBy;
  locksAt: number;
  reminders: ShanghaiDay[];
  /** Cut-offs that came too early for it: the activity is 未结束 in their reports. */
  unfinishedIn: string[];
};

/**
 * The effective deadline: the earliest of end + 10 days and those cut-offs that lie at least 3 days after the end. A
 * postponed activity is planned anew from its new end.
 */
export function supplementPlan(end: ShanghaiDay, cutOffs: readonly CutOff[], rule: SupplementRule = usualSupplement): SupplementPlan {
  const soonest = shanghaiDayAfter(end, rule.cutOffGraceDays);
  const own = shanghaiDayAfter(end, rule.days);
  const [binding] = cutOffs
    .filter(({ day }) => day >= soonest && day < own)
    .toSorted((a, b) => compare(a.day, b.day) || compare(a.key, b.key));
  const deadline = binding?.day ?? own;
  return {
    deadline,
    boundBy: binding ? { rule: 'cut-off', key: binding.key } : { rule: 'days-after-end', days: rule.days },
    locksAt: endOfDay(deadline),
    reminders: rule.remindAfterDays.map((days) => shanghaiDayAfter(end, days)).filter((day) => day <= deadline),
    unfinishedIn: cutOffs.filter(({ day }) => day < soonest).map(({ key }) => key),
  };
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** At most so many days a supplement is opened again for. */
export const longestUnlockDays = 30;

/** The days until the end of which a supplement with this deadline may be opened again on `today`: its host never gets less time by it. */
export function unlockDays(today: ShanghaiDay, deadline: ShanghaiDay): { earliest: ShanghaiDay; latest: ShanghaiDay } {
  return { earliest: deadline > today ? deadline : today, latest: shanghaiDayAfter(today, longestUnlockDays) };
}

/**
 * The time of a supplement with this deadline that was opened again until the end of a day: none when that is no day for it.
 * Whoever has more than today for it is reminded on the last day.
 */
export function unlockedPlan(
  until: ShanghaiDay,
  today: ShanghaiDay,
  deadline: ShanghaiDay,
): Pick<SupplementPlan, 'deadline' | 'boundBy' | 'locksAt' | 'reminders'> | undefined {
  const { earliest, latest } = unlockDays(today, deadline);
  if (until < earliest || until > latest) return undefined;
  return { deadline: until, boundBy: { rule: 'unlocked' }, locksAt: endOfDay(until), reminders: until > today ? [until] : [] };
}

/** Nine in the morning: a reminder finds people at work. */
const remindAtMs = 9 * 3_600_000;

/** When the next reminder is due after a moment; several that were missed are made up for by one. */
export function nextReminder(reminders: readonly ShanghaiDay[], after: number): number | undefined {
  const due = reminders.map((day) => startOfShanghaiDay(day) + remindAtMs).filter((at) => at > after);
  return due.length > 0 ? Math.min(...due) : undefined;
}

/** Whether a supplement may be written, was handed in, or is locked, as soon as its time is over, whatever has been noticed of that. */
export function supplementStanding(state: ActivityState, locksAt: number, now: number): SupplementStanding {
  if (now >= locksAt || state === 'archived') return 'locked';
  return state === 'summarised' ? 'handed-in' : 'open';
}
