import type { FuzzyTime, LinkVerdict, WantedLink, WantedSession } from '@yunhui/contracts';
import type { Found } from './finding.js';
import { firstDayOf, isWellFormed, lastDayOf, slotOf } from './fuzzy-time.js';

/** What the channel plays already, [start, end) in ms. */
export type TakenSlot = { title: string; start: number; end: number };

const minuteMs = 60_000;
const good: readonly LinkVerdict[] = ['OK'];
/** May be otherwise on the day: not on yet, or only bad from where the hub looks. */
const weak: readonly LinkVerdict[] = ['SLOW', 'GEO', 'NOT_LIVE', 'STALLED', 'UNKNOWN'];

/** What is wrong with the sessions: their names and times, their streams, and others on the same channel. */
export function sessionFindings(sessions: readonly WantedSession[], activity: FuzzyTime | undefined, taken: readonly TakenSlot[]): Found[] {
  return sessions.flatMap((session, place) => [
    ...ownFindings(session, activity),
    ...overlaps(session, [...taken, ...sessions.slice(0, place).flatMap(takenBy)]),
    ...session.links.flatMap((link, at) => linkFinding(link, session, at + 1) ?? []),
  ]);
}

function ownFindings(session: WantedSession, activity: FuzzyTime | undefined): Found[] {
  const { id: at, title, time, links, form } = session;
  const found: Found[] = [];
  const add = (code: Found['code'], severity: Found['severity']): void =>
    void found.push({ code, severity, field: 'sessions', at, fill: { title } });
  if (!title) add('session.untitled', 'hard');
  if (time && !isWellFormed(time)) add('session.malformed', 'hard');
  else if (time && activity && !isWithin(time, activity)) add('session.outside', 'hard');
  if (form === '直播' && links.length === 0) add('session.no-link', 'soft');
  if (form === '直播' && !session.captions && !session.signLanguage) add('session.no-captions', 'note');
  return found;
}

function isWithin(time: FuzzyTime, activity: FuzzyTime): boolean {
  return firstDayOf(time) >= firstDayOf(activity) && lastDayOf(time) <= lastDayOf(activity);
}

/** Only exact times overlap: of a fuzzy one nobody knows. One channel plays one thing, so this must be mended. */
function overlaps({ id: at, title, time }: WantedSession, taken: readonly TakenSlot[]): Found[] {
  const slot = time && slotOf(time);
  if (!slot) return [];
  return taken.flatMap(({ title: other, start, end }) => {
    const minutes = Math.round((Math.min(end, slot.end) - Math.max(start, slot.start)) / minuteMs);
    if (start >= slot.end || end <= slot.start) return [];
    return { code: 'session.overlaps', severity: 'hard', field: 'sessions', at, fill: { title, other, minutes: Math.max(1, minutes) } };
  });
}

function takenBy({ title, time }: WantedSession): TakenSlot[] {
  const slot = time && slotOf(time);
  return slot ? [{ title, ...slot }] : [];
}

function linkFinding({ verdict }: WantedLink, { id: at, title }: WantedSession, rank: number): Found | undefined {
  if (verdict === undefined) return { code: 'link.unchecked', severity: 'soft', field: 'sessions', at, fill: { title, rank } };
  if (good.includes(verdict)) return undefined;
  const isWeak = weak.includes(verdict);
  return {
    code: isWeak ? 'link.weak' : 'link.unplayable',
    severity: isWeak ? 'soft' : 'hard',
    field: 'sessions',
    at,
    fill: { title, rank, verdict },
  };
}
