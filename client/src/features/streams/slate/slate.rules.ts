import type { Channel, Session, StreamLink } from '@yunhui/contracts';
import type { PlayerState } from '../player.reducer.js';

/** What stands where the picture would be: a reason and a next step. */
export type Slate =
  | { kind: 'scheduled' | 'due' | 'late'; startsAt: number; session: Session }
  | { kind: 'interrupted' }
  | { kind: 'ended' | 'noReplay'; next?: Session }
  | { kind: 'cancelled' | 'postponed'; reason: string; next?: Session }
  | { kind: 'blocked' }
  | { kind: 'offline' }
  | { kind: 'elsewhere'; link: StreamLink }
  | { kind: 'idle' };

export type SlateInput = {
  channel: Pick<Channel, 'state' | 'late' | 'current' | 'next' | 'links'>;
  player: PlayerState;
  /** The device has no network, as far as it knows. */
  offline: boolean;
  now: number;
};

const playableKinds: readonly StreamLink['kind'][] = ['hls-live', 'hls-vod', 'mp4'];

/** How long after its end a session may still bring a replay. */
const replayWithinMs = 48 * 3_600_000;

/** What fails for many is tried late, what is down last. */
const lateness = ({ health }: StreamLink): number => (health === 'down' ? 2 : health === 'degraded' ? 1 : 0);

/** The links that a player can play, best first; those known to be down come last and are not forgotten. */
export function playableLinks({ state, links }: Pick<Channel, 'state' | 'links'>): readonly StreamLink[] {
  if (state !== 'live' && state !== 'interrupted' && state !== 'replay') return [];
  return links.filter(({ kind }) => playableKinds.includes(kind)).toSorted((a, b) => lateness(a) - lateness(b) || a.rank - b.rank);
}

/**
 * The slate, or none while there is something to see. What the hub says of the channel decides, but a picture that
 * moves is never covered because a reading was late: `interrupted` waits for the player to lose it too.
 */
export function slateOf({ channel, player, offline, now }: SlateInput): Slate | undefined {
  switch (channel.state) {
    case 'blocked':
      return { kind: 'blocked' };
    case 'ended':
      return whenEnded(channel, now);
    case 'scheduled':
      return channel.current ? before('scheduled', channel.current) : { kind: 'idle' };
    case 'due':
      // A channel that never stops has no start: until its first picture it is looking for its source.
      if (!channel.current) return { kind: 'interrupted' };
      return before(channel.late ? 'late' : 'due', channel.current);
    case 'live':
    case 'interrupted':
    case 'replay':
      return whenMeantToPlay({ channel, player, offline, now });
  }
}

const before = (kind: 'scheduled' | 'due' | 'late', session: Session): Slate => ({ kind, startsAt: Date.parse(session.startsAt), session });

/** 回放准备中 for 48 h, then 无回放: a promise that is not kept any more is taken back. */
function whenEnded({ current, next }: SlateInput['channel'], now: number): Slate {
  if (current?.cancelled) return { kind: current.cancelled.postponed ? 'postponed' : 'cancelled', reason: current.cancelled.reason, next };
  const over = current !== undefined && now - Date.parse(current.endsAt) > replayWithinMs;
  return { kind: over ? 'noReplay' : 'ended', next };
}

function whenMeantToPlay({ channel, player, offline, now }: SlateInput): Slate | undefined {
  const elsewhere = channel.links.find(({ kind }) => kind === 'open' || kind === 'embed');
  if (playableLinks(channel).length === 0) return elsewhere ? { kind: 'elsewhere', link: elsewhere } : { kind: 'interrupted' };
  switch (player.phase) {
    case 'exhausted':
      return { kind: offline ? 'offline' : 'interrupted' };
    case 'finished':
      return channel.state === 'live' || channel.state === 'interrupted' ? { kind: 'interrupted' } : whenEnded(channel, now);
    case 'idle':
    case 'connecting':
      return channel.state === 'interrupted' ? { kind: 'interrupted' } : undefined;
    case 'playing':
    case 'buffering':
    case 'paused':
    case 'refused':
      return undefined;
  }
}
