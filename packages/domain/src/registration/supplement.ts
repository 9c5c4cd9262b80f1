import { type ShanghaiDay, shanghaiDayAfter } from '../shanghai-day.js';
import { endOfDay } from './deadlines.js';

/** A day by which somebody above wants its summary; `key` names it in the campaign. */
export type CutOff = { key: string; day: ShanghaiDay };

export type SupplementRule = { days: number; remindAfterDays: readonly number[]; cutOffGraceDays: number };

/** 活动结束后10日内; a cut-off that leaves less than three days does not bind. */
export const usualSupplement: SupplementRule = { days: 10, remindAfterDays: [1, 7, 9], cutOffGraceDays: 3 };

/** What bound the deadline: the days after the end, or a cut-off of those above. */
export type BoundBy = { rule: 'days-after-end'; days: number } | { rule: 'cut-off'; key: string };

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
