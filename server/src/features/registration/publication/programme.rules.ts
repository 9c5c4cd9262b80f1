import type { ActivityForm, ActivityState, ReleaseLine, WantedChange } from '@yunhui/contracts';
import { liveStateOf, type OnProgramme, programmeSlotOf, shanghaiInstant, type WorkflowEvent } from '@yunhui/domain';
import type { Activity } from '../../activities/index.js';
import type { PlannedSession, SessionPlan } from '../../schedule/index.js';

/** What a change is to the workflow; none when the state has no such thing. What waits for another time is back with a change that gives it one. */
export function programmeEventOf(state: ActivityState, change: WantedChange): WorkflowEvent | undefined {
  const isWhole = (change.kind === 'cancel' || change.kind === 'postpone') && change.session === undefined;
  if (isWhole) return change.kind === 'cancel' ? 'cancel' : 'postpone';
  if (state !== 'postponed') return 'change';
  return change.kind === 'move' || (change.kind === 'edit' && hasMoment(change.form)) ? 'reschedule' : undefined;
}

const hasMoment = ({ time, sessions }: ActivityForm): boolean =>
  (time !== undefined && !time.tentative) || sessions.some((session) => programmeSlotOf(session.time));

/** Why the public is told that an activity does not take place; nothing of one that does. */
export function offOf(change: WantedChange, reason: string): Activity['off'] {
  if (change.kind === 'cancel' && change.session === undefined) return { reason };
  return change.kind === 'postpone' && change.session === undefined ? { reason, postponed: true } : null;
}

/** What a release says of a session that is new. */
export function newLineOf({ title, id, channel, startsAt }: SessionPlan): ReleaseLine {
  return { kind: 'new', title, session: id, channel, startsAt: shanghaiInstant(startsAt.getTime()) };
}

const lineKinds = { cancel: 'cancelled', postpone: 'moved', move: 'moved', edit: 'changed' } as const;

/** What a release says of an activity that has no session with a moment. What becomes of one of its sessions alone changes it. */
export function undatedLineOf({ title, time }: Activity, change?: WantedChange, reason?: string): ReleaseLine {
  const isOfOne = (change?.kind === 'cancel' || change?.kind === 'postpone') && change.session !== undefined;
  const kind = isOfOne ? 'changed' : change ? lineKinds[change.kind] : 'new';
  return { kind, title, timeText: time.text, ...(reason !== undefined && { reason }) };
}

/** A session as a change of its filing asks about it. */
export function onProgramme(session: PlannedSession, now: number): OnProgramme {
  const { id, filedAs, title, form, summary, start, end, cancelled, postponed } = session;
  const { state } = liveStateOf({ now, session });
  const over = !cancelled && (state === 'ended' || state === 'replay' || (state === 'blocked' && now >= end));
  return {
    id,
    title,
    form,
    start,
    end,
    over,
    ...(filedAs !== undefined && { filedAs }),
    ...(summary !== undefined && { summary }),
    ...(cancelled && { cancelled }),
    ...(postponed && { postponed }),
  };
}
