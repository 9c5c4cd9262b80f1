import type { ReleaseLine, Session } from '@yunhui/contracts';
import { dueBeforeMs, liveStateOf, type LiveVerdict, type SessionFacts, shanghaiInstant, type StreamHealth } from '@yunhui/domain';

/** A session with all that decides its state. Times in ms. */
export type PlannedSession = SessionFacts & {
  id: string;
  channel: string;
  title: string;
  titleEn?: string;
  form: string;
  domain?: string;
  summary?: string;
  /** The upload that stands for it until there is a still. */
  cover?: string;
  sample: boolean;
  /** Filler 重播. */
  repeat: boolean;
  /** Rises with each change that a calendar must follow, the last of which was at `changedAt`. */
  version: number;
  changedAt: number;
  /** How often its links were changed. */
  linksVersion?: number;
  /** The start that was announced first, of a session that was moved. */
  announcedAt?: number;
  /** Why it was moved or cancelled. */
  changeReason?: string;
  /** It is cancelled, and is to have another slot, which nobody knows yet. */
  postponed?: boolean;
  /** The most devices that watched it at once; none when nobody was counted. */
  peakViewers?: number;
  /** The activity it belongs to, and of one that was filed which session of the form it is. */
  activity?: string;
  filedAs?: string;
};

/**
 * What is heard of a session's stream. A page on another platform cannot be read: there the host's
 * word that it has started stands for a good stream, unless one of our own links says more.
 */
export function heardHealth(
  { health, elsewhere }: { health: StreamHealth; elsewhere: boolean },
  hostSignal: PlannedSession['hostSignal'],
): StreamHealth {
  return elsewhere && hostSignal === 'started' ? 'ok' : health;
}

/** Whether two slots share a moment. Both are [start, end): one may begin as the other ends. */
export function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

export type ChangeVerdict = { allowed: true } | { allowed: false; code: 'session.begun' | 'session.over' };

/**
 * Whether a session may get another slot, or be cancelled where there is none. What has been on is neither cancelled nor
 * begun anew: only its end may still be another. What is over stays as people remember it. What was postponed has not been
 * on, and may get another slot after the one it had has passed.
 */
export function judgeChange(session: SessionFacts & { postponed?: boolean }, now: number, slot?: { start: number }): ChangeVerdict {
  if (session.postponed) return { allowed: true };
  const { state } = liveStateOf({ now, session: { ...session, cancelled: false } });
  if (state === 'ended' || state === 'replay') return { allowed: false, code: 'session.over' };
  if (session.wentLive && slot?.start !== session.start) return { allowed: false, code: 'session.begun' };
  return { allowed: true };
}

export type SignalVerdict = { allowed: true } | { allowed: false; code: 'session.over' | 'session.early'; retryAfterMs?: number };

/**
 * Whether a host may say that a session has begun or ended, or take that back. Too early it would be on while the one before it is;
 * what its host has ended may begin again, until its time is over.
 */
export function judgeSignal(session: SessionFacts, now: number, signal: 'started' | 'ended' | null): SignalVerdict {
  const { state } = liveStateOf({ now, session: { ...session, hostSignal: undefined } });
  if (session.cancelled || state === 'ended' || state === 'replay') return { allowed: false, code: 'session.over' };
  const waitMs = session.start - dueBeforeMs - now;
  return signal === 'started' && waitMs > 0 ? { allowed: false, code: 'session.early', retryAfterMs: waitMs } : { allowed: true };
}

/** The first announced start after a move: kept through further moves, and gone when the session is back where it was. */
export function announcedAfter({ start, announcedAt = start }: { start: number; announcedAt?: number }, moved: number): number | undefined {
  return announcedAt === moved ? undefined : announcedAt;
}

/** What a release says of a session whose slot or standing is another one; nothing when it is as it was. */
export function releaseLineOf(before: PlannedSession | undefined, after: PlannedSession): ReleaseLine | undefined {
  const { id: session, channel, title, start, changeReason: reason } = after;
  const line = { title, session, channel, ...(reason && { reason }) };
  const startsAt = shanghaiInstant(start);
  if (after.postponed) return before?.postponed ? undefined : { kind: 'moved', ...line, from: startsAt };
  if (after.cancelled) return before?.cancelled && !before.postponed ? undefined : { kind: 'cancelled', ...line, startsAt };
  if (!before || (before.cancelled && !before.postponed)) return { kind: 'new', ...line, startsAt };
  if (before.start !== start || before.postponed) return { kind: 'moved', ...line, startsAt, from: shanghaiInstant(before.start) };
  const isSame = before.title === title && before.end === after.end && before.summary === after.summary && before.form === after.form;
  return isSame ? undefined : { kind: 'changed', ...line, startsAt };
}

/** A session as HTTP shows it. */
export function toSession(planned: PlannedSession, { state, late }: LiveVerdict): Session {
  const {
    id,
    channel,
    title,
    titleEn,
    form,
    domain,
    summary,
    cover,
    start,
    end,
    repeat,
    announcedAt,
    cancelled,
    postponed,
    changeReason: reason,
  } = planned;
  return {
    id,
    channel,
    title,
    titleEn,
    form,
    domain,
    summary,
    ...(cover !== undefined && { cover }),
    startsAt: shanghaiInstant(start),
    endsAt: shanghaiInstant(end),
    state,
    late,
    ...(repeat && { repeat }),
    ...(cancelled && { cancelled: { reason: reason ?? '', ...(postponed && { postponed }) } }),
    ...(announcedAt !== undefined && { moved: { from: shanghaiInstant(announcedAt), ...(!cancelled && reason && { reason }) } }),
  };
}
