import {
  dueBeforeMs,
  type LiveVerdict,
  liveStateOf,
  overrunMs,
  roundTheClockStateOf,
  type SessionFacts,
  type StreamHealth,
} from './live-state.js';

/**
 * How long a channel still shows a session that has ended: whoever comes a little late learns that it
 * was, instead of being told of something hours away.
 */
export const afterEndMs = 10 * 60_000;

/** All that decides what a channel shows: sessions in order of their start, without overlap. */
export type ChannelFacts<Session extends SessionFacts> = {
  roundTheClock: boolean;
  /** Of the channel's own links; only a round-the-clock channel has some. */
  health: StreamHealth;
  blocked: boolean;
  sessions: readonly Session[];
};

export type OnAir<Session> = LiveVerdict & {
  /** The session on air, or else the one nearest to it; none when nothing is planned. */
  session?: Session;
  /** The first that starts after it. */
  next?: Session;
};

/** Each session with its state. A session of a blocked channel is blocked. */
export function sessionStates<Session extends SessionFacts>(
  channel: Pick<ChannelFacts<Session>, 'blocked' | 'sessions'>,
  now: number,
): (LiveVerdict & { session: Session })[] {
  return channel.sessions.map((session, at) => ({
    session,
    ...liveStateOf({
      now,
      session: channel.blocked ? { ...session, blocked: true } : session,
      nextStart: channel.sessions.slice(at + 1).find(({ cancelled }) => !cancelled)?.start,
    }),
  }));
}

/**
 * What a channel shows now: the session that runs; else the one that is due; else the one that its host has ended, until ten
 * minutes past its end; else the one that was cancelled, at the time it was announced for; else, for ten minutes, the one that has
 * ended; else the next; else the last.
 */
export function onAirOf<Session extends SessionFacts>(channel: ChannelFacts<Session>, now: number): OnAir<Session> {
  if (channel.roundTheClock) return roundTheClockStateOf(channel);

  const states = sessionStates(channel, now);
  const all = states.filter(({ session }) => !session.cancelled);
  const cancelledNow = ({ session }: (typeof all)[number]) => session.cancelled && session.start - dueBeforeMs <= now && now < session.end;
  const runs = ({ state, session }: (typeof all)[number]) =>
    state === 'live' || state === 'interrupted' || (state === 'blocked' && session.start <= now && now < session.end);
  const endedByHost = ({ session }: (typeof all)[number]) => session.hostSignal === 'ended' && now < session.end + afterEndMs;
  const shown =
    all.find(runs) ??
    all.find(({ state }) => state === 'due') ??
    all.findLast(endedByHost) ??
    states.find(cancelledNow) ??
    all.findLast(({ session }) => session.start <= now && now < session.end + afterEndMs) ??
    all.find(({ session }) => session.start > now) ??
    all.at(-1);
  if (!shown) return { state: channel.blocked ? 'blocked' : 'scheduled', late: false };

  const next = all.find(({ session: { start } }) => start > now && start > shown.session.start)?.session;
  return { state: shown.state, late: shown.late, session: shown.session, next };
}

/** The next moment at which the clock alone may change what a channel shows; `Infinity` when never. */
export function nextClockChange(sessions: readonly Pick<SessionFacts, 'start' | 'end'>[], now: number): number {
  let soonest = Infinity;
  for (const { start, end } of sessions) {
    for (const moment of [start - dueBeforeMs, start, end, end + overrunMs, end + afterEndMs]) {
      if (moment > now && moment < soonest) soonest = moment;
    }
  }
  return soonest;
}

/** A session's health by its links: the best one speaks, for players fail over to it. */
export function bestHealth(links: readonly StreamHealth[]): StreamHealth {
  if (links.includes('ok')) return 'ok';
  if (links.includes('degraded')) return 'degraded';
  return links.length > 0 && links.every((health) => health === 'down') ? 'down' : 'unknown';
}
