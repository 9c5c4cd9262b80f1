import type { ActivityForm, FilingFinding, FilingFindings } from '@yunhui/contracts';
import type { ShanghaiDay } from '../shanghai-day.js';
import type { WorkCalendar } from './calendar.js';
import { submitDeadline, type SubmitDeadline } from './deadlines.js';
import { byGravity, toFilingFinding } from './finding.js';
import { missingParts, nameFindings, type Quota, quotaFinding, type Registry } from './form-findings.js';
import { firstDayOf, isWellFormed } from './fuzzy-time.js';
import { sessionFindings, type TakenSlot } from './session-findings.js';
import { type CampaignRules, timeFindings } from './time-findings.js';

/** Everything around a form that its findings depend on. */
export type FilingContext = {
  today: ShanghaiDay;
  isWorking: WorkCalendar;
  rules: CampaignRules;
  /** Levels of the ladder. */
  levels: number;
  registry: Registry;
  /** The exact name of the unit that files. */
  filedBy: string;
  taken: readonly TakenSlot[];
  quota?: Quota;
};

/** What a host is told before submission, gravest first, and what the calendar leaves them. */
export function findingsOf(form: ActivityForm, context: FilingContext): FilingFindings {
  const deadline = deadlineOf(form, context);
  const found = [
    ...missingParts(form),
    ...timeFindings(form.time, context.rules, { today: context.today, deadline }),
    ...nameFindings(form, context.registry, context.filedBy),
    ...sessionFindings(form.sessions, form.time && isWellFormed(form.time) ? form.time : undefined, context.taken),
    ...(context.quota ? [quotaFinding(context.quota)] : []),
  ];
  return { items: byGravity(found).map(toFilingFinding), ...(deadline && { deadline }) };
}

/** None while nobody knows when it begins. */
export function deadlineOf(
  { time }: ActivityForm,
  { levels, rules, today, isWorking }: Pick<FilingContext, 'levels' | 'rules' | 'today' | 'isWorking'>,
): SubmitDeadline | undefined {
  if (!time || !isWellFormed(time)) return undefined;
  return submitDeadline(firstDayOf(time), { levels, rule: rules.lead, today, isWorking });
}

/** Why a form may not be submitted as it is: something must be mended, or what is soft needs a reason. */
export function submitRefusal(findings: readonly FilingFinding[], reason?: string): 'hard' | 'unexplained' | undefined {
  if (findings.some(({ severity }) => severity === 'hard')) return 'hard';
  const needsReason = findings.some(({ code }) => explained.includes(code));
  return needsReason && !reason ? 'unexplained' : undefined;
}

/** Soft findings that change what reviewers have to do; the others are advice. */
const explained = ['deadline.passed', 'filing.closed', 'window.outside'];
