import type { ActivityForm, ActivityState, ProgrammeSession, WantedChange } from '@yunhui/contracts';
import { formAfter, isOnProgramme } from '@yunhui/domain';

/** What can be done with a session, in the order in which it is offered. */
export type SessionAct = 'edit' | 'move' | 'postpone' | 'cancel';

/** How a change is sent, and what came of it. */
export type Sending<Change> = {
  isPending: boolean;
  error: unknown;
  send: (change: Change, reason: string, done: () => void) => void;
};
/** What one is about to do: with a session, or without one with the whole. */
export type Doing = { act: SessionAct; session?: ProgrammeSession };

/** What has been on stays, and so does what somebody has cancelled; of what is postponed as a whole a new time comes first. */
export function actsOf({ state, cancelled, filedAs }: ProgrammeSession, filing: ActivityState, isAtOnce: boolean): SessionAct[] {
  const waits = cancelled?.postponed === true;
  const isAhead = waits || (!cancelled && (state === 'scheduled' || state === 'due'));
  if (!isAhead || filedAs === undefined || !isOnProgramme(filing)) return [];
  const first: SessionAct = isAtOnce ? 'move' : 'edit';
  if (filing === 'postponed') return [first];
  return waits ? [first, 'cancel'] : [first, 'postpone', 'cancel'];
}

/** What can be done with the whole; what is on the air is not called off. */
export function wholeActsOf(state: ActivityState): ('postpone' | 'cancel')[] {
  if (state === 'published') return ['postpone', 'cancel'];
  return state === 'postponed' ? ['cancel'] : [];
}

export type SessionWords = { title: string; summary: string; slot?: { startsAt: string; endsAt: string } };

/** What a host asks for who has written other words or another time for a session; nothing when nothing is other. */
export function editOf(form: ActivityForm, session: string, written: SessionWords, now: number): WantedChange | undefined {
  const was = form.sessions.find(({ id }) => id === session);
  if (!was) return undefined;
  const { title, summary, slot } = written;
  const isMoved =
    slot !== undefined &&
    !(was.time?.precision === 'exact' && at(was.time.startsAt) === at(slot.startsAt) && at(was.time.endsAt) === at(slot.endsAt));
  const isSaid = title === was.title && summary === (was.summary ?? '');
  const move: WantedChange | undefined = isMoved ? { kind: 'move', session, ...slot } : undefined;
  if (isSaid) return move;
  const moved = (move && formAfter(form, move, now)) ?? form;
  const say = (one: ActivityForm['sessions'][number]) => ({ ...one, title, summary: summary === '' ? undefined : summary });
  return { kind: 'edit', form: { ...moved, sessions: moved.sessions.map((one) => (one.id === session ? say(one) : one)) } };
}

const at = (instant: string): number => Date.parse(instant);
