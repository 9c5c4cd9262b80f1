import type { LiveState } from '@yunhui/contracts';

/** A session is due from a quarter of an hour before its start. */
export const dueBeforeMs = 15 * 60_000;

/**
 * How long a stream that runs past its session's end still counts as live (延时中): viewers of a good
 * ending must not be sent away by a clock. After ten minutes it is a stream that nobody ended.
 */
export const overrunMs = 10 * 60_000;

/**
 * What is said of a stream, after the hysteresis of its readings. `unknown`: nobody has read it yet. `degraded`: the hub's
 * readings and its viewers do not agree, so some can watch it and it is on the air.
 */
export type StreamHealth = 'ok' | 'degraded' | 'down' | 'unknown';

/** Somebody can watch it. */
const isOnAir = (health: StreamHealth): boolean => health === 'ok' || health === 'degraded';

/** What is known of a session beside the clock. Times in ms. */
export type SessionFacts = {
  start: number;
  end: number;
  /** The best of its links. */
  health: StreamHealth;
  /** Its stream was good at least once after its start. */
  wentLive: boolean;
  hostSignal?: 'started' | 'ended';
  hasReplay: boolean;
  blocked: boolean;
  /** It does not take place. */
  cancelled?: boolean;
};

export type LiveVerdict = {
  state: LiveState;
  /** The start has passed and no stream has come: 主播尚未开播. Only with `due`. */
  late: boolean;
};

const is = (state: LiveState): LiveVerdict => ({ state, late: false });

/** 延时中: planned to be over, and still on. */
export const runsOver = ({ state, end }: { state: LiveState; end: number }, now: number): boolean =>
  (state === 'live' || state === 'interrupted') && end <= now;

/**
 * The state of one session, from its stream and its host; the clock alone never makes one live.
 *
 * - A block outweighs everything, or a blocked stream could be seen by ending and starting it.
 * - What was cancelled has ended before it began, also when somebody sends a picture all the same.
 * - The host's word that it has ended outweighs a stream that still runs: it may be an empty stage.
 * - Before the start a good stream is a test picture, unless the host says that it has begun.
 * - A stream known to have been live and not read since (after a restart) stays live: losing our
 *   memory is not losing the signal, and the next reading is seconds away.
 * - Past the end a good stream overruns until the next session begins; one that fails has ended.
 */
export function liveStateOf({ now, session, nextStart }: { now: number; session: SessionFacts; nextStart?: number }): LiveVerdict {
  const { start, end, health, wentLive, hostSignal, hasReplay, blocked, cancelled } = session;
  if (blocked) return is('blocked');
  if (cancelled) return is('ended');

  const over = is(hasReplay ? 'replay' : 'ended');
  if (hostSignal === 'ended') return over;

  const playing = isOnAir(health) || (health === 'unknown' && wentLive);
  if (now >= end) {
    const overruns = playing && wentLive && now < Math.min(end + overrunMs, nextStart ?? Infinity);
    return overruns ? is('live') : over;
  }

  const begun = now >= start || hostSignal === 'started';
  if (begun && playing) return is('live');
  if (begun && wentLive) return is('interrupted');
  if (begun) return { state: 'due', late: now >= start };
  return is(now >= start - dueBeforeMs ? 'due' : 'scheduled');
}

/**
 * The state of a channel that never stops: it has no programme, so only readings speak. Until the
 * first one it is due; it cannot be late, since nothing was announced.
 */
export function roundTheClockStateOf({ health, blocked }: { health: StreamHealth; blocked: boolean }): LiveVerdict {
  if (blocked) return is('blocked');
  return is(isOnAir(health) ? 'live' : health === 'down' ? 'interrupted' : 'due');
}
