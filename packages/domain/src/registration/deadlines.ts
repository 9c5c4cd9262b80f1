import { type ShanghaiDay, shanghaiDayAfter, startOfShanghaiDay } from '../shanghai-day.js';
import { daysBetween, lastDayBefore, type WorkCalendar } from './calendar.js';

const hourMs = 3_600_000;

/** When a campaign or region wants things published, and how long its reviewers take. */
export type LeadRule = {
  /** Published at least so many days before the start. */
  leadDays: number;
  /** Working days that each level of the ladder takes. */
  workingDaysALevel: number;
  /** Hard: too late is refused. Soft: too late needs a reason. */
  enforcement: 'hard' | 'soft';
};

/** 活动举办前7日以上发布; two working days for each level of the ladder. */
export const usualLead: LeadRule = { leadDays: 7, workingDaysALevel: 2, enforcement: 'soft' };

/** How long before the end of the last day the next level up may decide too. */
export const escalationMs = 48 * hourMs;

/** What the calendar leaves a host and their reviewers. */
export type SubmitDeadline = { publishBy: ShanghaiDay; submitBy: ShanghaiDay; daysLeft: number; reviewWorkingDays: number };

/**
 * The last day to submit: start − lead days − the ladder's review time. The last days themselves count, until 24:00 in
 * Shanghai, as the notices mean them; of a fuzzy time the start is the first day on which it may begin.
 */
export function submitDeadline(
  start: ShanghaiDay,
  { levels, rule, today, isWorking }: { levels: number; rule: LeadRule; today: ShanghaiDay; isWorking: WorkCalendar },
): SubmitDeadline {
  const publishBy = shanghaiDayAfter(start, -rule.leadDays);
  const reviewWorkingDays = levels * rule.workingDaysALevel;
  const submitBy = lastDayBefore(publishBy, reviewWorkingDays, isWorking);
  return { publishBy, submitBy, daysLeft: daysLeft(today, submitBy), reviewWorkingDays };
}

/** Days until a last day is over, today included: on the day itself it is 1, afterwards 0. */
export function daysLeft(today: ShanghaiDay, last: ShanghaiDay): number {
  return Math.max(0, daysBetween(today, last) + 1);
}

/** The moment at which a day is over in Shanghai, 24:00. */
export function endOfDay(day: ShanghaiDay): number {
  return startOfShanghaiDay(shanghaiDayAfter(day, 1));
}

/** From when on an activity that must be published by `publishBy` stands on top, and the next level up may decide it too. */
export function escalatesAt(publishBy: ShanghaiDay): number {
  return endOfDay(publishBy) - escalationMs;
}
