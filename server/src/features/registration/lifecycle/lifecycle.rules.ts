import type { ActivityForm, ActivityState } from '@yunhui/contracts';
import { dueBeforeMs, endOfDay, lastDayOf, liveStateOf, programmeSlotOf, type WorkflowEvent } from '@yunhui/domain';
import type { PlannedSession } from '../../schedule/index.js';

/** While something of it is on, or about to be, it is looked at as often as this. */
export const lookEachMs = 2_000;
/** What its host has ended before its time may begin again for so long, by taking that word back. */
export const takenBackWithinMs = 60_000;
/** Whoever moves a session tells of it; a look that was lost is made up for within a day. */
const atLeastEachMs = 24 * 3_600_000;

export type Passage = { step: Extract<WorkflowEvent, 'go-live' | 'end' | 'open-supplement' | 'archive'> } | { lookAt: number | undefined };

export type Passing = {
  state: ActivityState;
  form: Pick<ActivityForm, 'time' | 'sessions'>;
  sessions: readonly PlannedSession[];
  /** When its supplement locks; none before it has ended. */
  locksAt?: number;
  now: number;
};

/**
 * What becomes of an activity by itself: it is live from its first session's going live and ended with its last, is supplemented
 * from then on, and put away when that locks. One of which no session has a moment, or not each of them, ends with its last day;
 * one of which a session is postponed does not end before that has a time again, or is cancelled.
 */
export function passageOf({ state, form, sessions, locksAt, now }: Passing): Passage {
  const taking = sessions.filter(({ cancelled }) => !cancelled);
  const awaitsTime = sessions.some(({ postponed }) => postponed);
  const isEnd = !awaitsTime && isOver(form, taking, now);
  switch (state) {
    case 'published':
      if (taking.some((session) => session.wentLive || liveStateOf({ now, session }).state === 'live')) return { step: 'go-live' };
      return isEnd ? { step: 'end' } : { lookAt: nextLook(awaitsTime ? undefined : endOf(form, taking), taking, now) };
    case 'live':
      return isEnd ? { step: 'end' } : { lookAt: nextLook(awaitsTime ? undefined : endOf(form, taking), taking, now) };
    case 'ended':
      return { step: 'open-supplement' };
    case 'supplementing':
    case 'summarised':
      return locksAt !== undefined && now >= locksAt ? { step: 'archive' } : { lookAt: locksAt };
    default:
      return { lookAt: undefined };
  }
}

/** The last moment of what takes place: of its last session, or of its last day. */
export function endOf({ time, sessions: wanted }: Passing['form'], sessions: readonly PlannedSession[]): number | undefined {
  const taking = sessions.filter(({ cancelled }) => !cancelled);
  const lastSession = taking.length > 0 ? Math.max(...taking.map(({ end }) => end)) : undefined;
  const waits = taking.length === 0 || wanted.some((session) => !programmeSlotOf(session.time));
  const lastDay = time && waits ? endOfDay(lastDayOf(time)) : undefined;
  const ends = [lastSession, lastDay].filter((end) => end !== undefined);
  return ends.length > 0 ? Math.max(...ends) : undefined;
}

function isOver(form: Passing['form'], taking: readonly PlannedSession[], now: number): boolean {
  if (taking.some((session) => !isSessionOver(session, now))) return false;
  const waits = taking.length === 0 || form.sessions.some((session) => !programmeSlotOf(session.time));
  const end = endOf(form, taking);
  return !waits || (end !== undefined && now >= end);
}

/** What was cut off may be on the air again until its time has passed. */
function isSessionOver(session: PlannedSession, now: number): boolean {
  const { state } = liveStateOf({ now, session });
  if (now >= session.end) return state === 'ended' || state === 'replay' || state === 'blocked';
  return (state === 'ended' || state === 'replay') && now >= session.changedAt + takenBackWithinMs;
}

function nextLook(end: number | undefined, taking: readonly PlannedSession[], now: number): number {
  const ahead = taking.filter((session) => !isSessionOver(session, now)).map(({ start }) => start - dueBeforeMs);
  const next = Math.min(...ahead, ...(ahead.length === 0 && end !== undefined ? [end] : []), now + atLeastEachMs);
  return Math.max(next, now + lookEachMs);
}
