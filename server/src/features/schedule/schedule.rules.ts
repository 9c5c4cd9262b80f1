import type { Session } from '@yunhui/contracts';
import { type LiveVerdict, type SessionFacts, shanghaiInstant, type StreamHealth } from '@yunhui/domain';

/** A session with all that decides its state. Times in ms. */
export type PlannedSession = SessionFacts & {
  id: string;
  channel: string;
  title: string;
  titleEn?: string;
  form: string;
  domain?: string;
  summary?: string;
  sample: boolean;
  /** Filler 重播. */
  repeat: boolean;
  /** Rises with each change that a calendar must follow, the last of which was at `changedAt`. */
  version: number;
  changedAt: number;
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

/** A session as HTTP shows it. */
export function toSession(planned: PlannedSession, { state, late }: LiveVerdict): Session {
  const { id, channel, title, titleEn, form, domain, summary, start, end, repeat } = planned;
  return {
    id,
    channel,
    title,
    titleEn,
    form,
    domain,
    summary,
    startsAt: shanghaiInstant(start),
    endsAt: shanghaiInstant(end),
    state,
    late,
    ...(repeat && { repeat }),
  };
}
