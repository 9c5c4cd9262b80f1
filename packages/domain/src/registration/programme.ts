import type { ActivityForm, FuzzyTime, WantedChange, WantedSession } from '@yunhui/contracts';
import { firstDayOf, lastDayOf, slotOf } from './fuzzy-time.js';

/** A session that came of a filing, as the schedule has it. `filedAs`: the form's. Times in ms. */
export type OnProgramme = {
  id: string;
  filedAs?: string;
  title: string;
  form: string;
  summary?: string;
  start: number;
  end: number;
  cancelled?: boolean;
  postponed?: boolean;
  /** It has been on, or its time has passed: nothing becomes of it any more. */
  over: boolean;
};

/** What a change makes of one session. */
export type ProgrammeStep =
  | { do: 'cancel' | 'postpone'; id: string }
  | { do: 'move'; id: string; start: number; end: number }
  | { do: 'describe'; id: string; session: WantedSession }
  | { do: 'plan'; session: WantedSession };

/** The time at which the schedule can have a session: exact, and meant. */
export function programmeSlotOf(time: FuzzyTime | undefined): { start: number; end: number } | undefined {
  return time && !time.tentative ? slotOf(time) : undefined;
}

/** The form as a change makes it; none when it speaks of a session that the form does not have. */
export function formAfter(form: ActivityForm, change: WantedChange, now: number): ActivityForm | undefined {
  switch (change.kind) {
    case 'edit':
      return withOwnStreams(form, change.form);
    case 'move': {
      const time: FuzzyTime = { precision: 'exact', startsAt: change.startsAt, endsAt: change.endsAt, tentative: false };
      return withSession(withTime(form, change.session, time), change.session, (session) => ({ ...session, time }));
    }
    case 'cancel':
      return change.session === undefined ? form : withSession(form, change.session, () => undefined);
    case 'postpone':
      return change.session === undefined ? withoutTimes(form, now) : withSession(form, change.session, timeless);
  }
}

type Exact = Extract<FuzzyTime, { precision: 'exact' }>;

/** An activity that is its one session moves with it; another's time reaches as far as its sessions. What gets a moment is meant. */
function withTime(form: ActivityForm, id: string, to: Exact): ActivityForm {
  const was = form.sessions.find((session) => session.id === id)?.time;
  const time: FuzzyTime | undefined = form.time && (was ? form.time : { ...form.time, tentative: false });
  const isAlone = form.sessions.every((session) => session.id === id || !programmeSlotOf(session.time));
  if (!time || (isAlone && (isSameSlot(was, time) || !isWithin(to, time)))) return { ...form, time: to };
  return { ...form, time: isWithin(to, time) ? time : reaching(time, to) };
}

function isSameSlot(one: FuzzyTime | undefined, other: FuzzyTime): boolean {
  const [a, b] = [one && slotOf(one), slotOf(other)];
  return a !== undefined && a.start === b?.start && a.end === b.end;
}

function isWithin(to: Exact, time: FuzzyTime): boolean {
  if (time.precision !== 'exact') return firstDayOf(to) >= time.from && lastDayOf(to) <= time.to;
  return Date.parse(to.startsAt) >= Date.parse(time.startsAt) && Date.parse(to.endsAt) <= Date.parse(time.endsAt);
}

function reaching(time: FuzzyTime, to: Exact): FuzzyTime {
  if (time.precision === 'exact') {
    const startsAt = Date.parse(to.startsAt) < Date.parse(time.startsAt) ? to.startsAt : time.startsAt;
    const endsAt = Date.parse(to.endsAt) > Date.parse(time.endsAt) ? to.endsAt : time.endsAt;
    return { ...time, startsAt, endsAt };
  }
  const [first, last] = [firstDayOf(to), lastDayOf(to)];
  return { ...time, precision: 'range', from: first < time.from ? first : time.from, to: last > time.to ? last : time.to };
}

/** The streams of sessions that are published are changed elsewhere, at once: here they stay. */
function withOwnStreams(before: ActivityForm, after: ActivityForm): ActivityForm {
  const links = new Map(before.sessions.map((session) => [session.id, session.links]));
  return { ...after, sessions: after.sessions.map((session) => ({ ...session, links: links.get(session.id) ?? session.links })) };
}

function withSession(
  form: ActivityForm,
  id: string,
  become: (session: WantedSession) => WantedSession | undefined,
): ActivityForm | undefined {
  if (!form.sessions.some((session) => session.id === id)) return undefined;
  return { ...form, sessions: form.sessions.flatMap((session) => (session.id === id ? (become(session) ?? []) : session)) };
}

const timeless = ({ time: _, ...session }: WantedSession): WantedSession => session;

/** Of a postponed activity the day it was announced for is not meant any more; what has been on keeps its time. */
function withoutTimes({ time, sessions, ...form }: ActivityForm, now: number): ActivityForm {
  const isAhead = (session: WantedSession): boolean => (programmeSlotOf(session.time)?.end ?? 0) > now;
  return {
    ...form,
    ...(time && { time: { ...time, tentative: true } }),
    sessions: sessions.map((session) => (isAhead(session) ? timeless(session) : session)),
  };
}

/**
 * What becomes of each session when `before` becomes `after`: called off as a whole, all that has not been on is cancelled; else
 * what is other in the form, so that what operators have made of a session meanwhile stays. One that is not in it any more is
 * cancelled, one without a moment waits for one, and one with a moment that is new is planned. What gives a slot away comes first.
 * A session that is moved by name is moved from wherever it is.
 */
export function programmeSteps(
  change: Pick<WantedChange, 'kind'> & { session?: string },
  { before, after }: { before: ActivityForm; after: ActivityForm },
  sessions: readonly OnProgramme[],
): ProgrammeStep[] {
  const ahead = sessions.filter(({ over, cancelled, postponed }) => !over && (!cancelled || postponed));
  if (change.kind === 'cancel' && change.session === undefined) return ahead.map(({ id }) => ({ do: 'cancel', id }));
  const known = new Set(sessions.map(({ filedAs }) => filedAs));
  const planned = after.sessions.filter(({ id, time }) => !known.has(id) && programmeSlotOf(time));
  const find = ({ sessions: all }: ActivityForm, wanted: string | undefined) => all.find(({ id }) => id === wanted);
  const steps = [
    ...ahead.flatMap((session) => {
      const isNamed = change.kind === 'move' && change.session === session.filedAs;
      return stepsOf(session, { was: find(before, session.filedAs), wanted: find(after, session.filedAs), isNamed });
    }),
    ...planned.map((session): ProgrammeStep => ({ do: 'plan', session })),
  ];
  return steps.toSorted((a, b) => order.indexOf(a.do) - order.indexOf(b.do));
}

const order: readonly ProgrammeStep['do'][] = ['cancel', 'postpone', 'move', 'describe', 'plan'];

/** What nobody filed under an id of its own is left alone: it is not known which of the form it is. */
function stepsOf(
  on: OnProgramme,
  { was, wanted, isNamed }: { was: WantedSession | undefined; wanted: WantedSession | undefined; isNamed: boolean },
): ProgrammeStep[] {
  const { id } = on;
  if (!was) return [];
  if (!wanted) return [{ do: 'cancel', id }];
  const [held, slot] = [programmeSlotOf(was.time), programmeSlotOf(wanted.time)];
  const from = isNamed ? on : held;
  const isOther = slot?.start !== from?.start || slot?.end !== from?.end;
  const steps: ProgrammeStep[] = [];
  if (!slot && held && !on.postponed) steps.push({ do: 'postpone', id });
  if (slot && (isOther || on.postponed)) steps.push({ do: 'move', id, ...slot });
  if (wanted.title !== was.title || wanted.form !== was.form || wanted.summary !== was.summary)
    steps.push({ do: 'describe', id, session: wanted });
  return steps;
}
