import type { FuzzyTime } from '@yunhui/contracts';
import type { ShanghaiDay } from '../shanghai-day.js';
import type { LeadRule, SubmitDeadline } from './deadlines.js';
import type { Found } from './finding.js';
import { firstDayOf, isWellFormed, lastDayOf } from './fuzzy-time.js';

/** First and last day; an end that is missing is open. */
export type Window = { from?: ShanghaiDay; to?: ShanghaiDay };
export type CampaignRules = {
  lead: LeadRule;
  /** When one may file. */
  filing: Window;
  /** When activities take place. */
  window: Window;
};

/** What the calendar says of an activity's time, and of filing it today. */
export function timeFindings(
  time: FuzzyTime | undefined,
  { lead, filing, window }: CampaignRules,
  { today, deadline }: { today: ShanghaiDay; deadline?: SubmitDeadline },
): Found[] {
  const found = filingFindings(filing, lead, today);
  if (!time) return found;
  if (!isWellFormed(time)) return [...found, { code: 'time.malformed', severity: 'hard', field: 'time' }];
  if (deadline?.daysLeft === 0)
    found.push({
      code: 'deadline.passed',
      severity: lead.enforcement,
      field: 'time',
      fill: { submitBy: deadline.submitBy, leadDays: lead.leadDays },
    });
  const { from = firstDayOf(time), to = lastDayOf(time) } = window;
  if (firstDayOf(time) < from || lastDayOf(time) > to)
    found.push({ code: 'window.outside', severity: 'soft', field: 'time', fill: { from, to } });
  return found;
}

function filingFindings({ from, to }: Window, { enforcement }: LeadRule, today: ShanghaiDay): Found[] {
  if (from !== undefined && today < from) return [{ code: 'filing.not-open', severity: 'hard', field: 'time', fill: { from } }];
  if (to !== undefined && today > to) return [{ code: 'filing.closed', severity: enforcement, field: 'time', fill: { to } }];
  return [];
}
