import type { LiveState, Session, StreamLink } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import type { PlayerState } from '../player.reducer.js';
import { playableLinks, slateOf } from './slate.rules.js';

const startsAt = '2023-09-19T15:00:00+08:00';
const now = Date.parse('2023-09-19T14:32:00+08:00');
const current: Session = {
  id: 's',
  channel: 'guizhou',
  title: '听见脉冲星',
  form: '直播',
  startsAt,
  endsAt: '2023-09-19T16:00:00+08:00',
  state: 'scheduled',
  late: false,
};
const aLink = (more: Partial<StreamLink> = {}): StreamLink => ({
  id: 'l',
  rank: 1,
  kind: 'hls-live',
  url: '/demo/a.m3u8',
  health: 'ok',
  ...more,
});

const players: Record<PlayerState['phase'], PlayerState> = {
  idle: { phase: 'idle' },
  connecting: { phase: 'connecting', link: 0, round: 0, tried: 0 },
  playing: { phase: 'playing', link: 0 },
  buffering: { phase: 'buffering', link: 0, round: 0 },
  paused: { phase: 'paused', link: 0 },
  refused: { phase: 'refused', link: 0 },
  finished: { phase: 'finished' },
  exhausted: { phase: 'exhausted', round: 1 },
};
const phases = Object.keys(players) as PlayerState['phase'][];

const slate = (
  state: LiveState,
  phase: PlayerState['phase'] = 'idle',
  more: { late?: boolean; offline?: boolean; links?: StreamLink[]; now?: number } = {},
) =>
  slateOf({
    channel: { state, late: more.late ?? false, current, links: more.links ?? [aLink()] },
    player: players[phase],
    offline: more.offline ?? false,
    now: more.now ?? now,
  })?.kind;

describe('what the hub says decides', () => {
  test.each(phases)('before the start, after the end and when removed there is a slate while the player is %s', (phase) => {
    expect(slate('scheduled', phase)).toBe('scheduled');
    expect(slate('due', phase)).toBe('due');
    expect(slate('due', phase, { late: true })).toBe('late');
    expect(slate('ended', phase)).toBe('ended');
    expect(slate('blocked', phase)).toBe('blocked');
  });

  test('what was cancelled says why, and what comes next', () => {
    const next = { ...current, id: 'next' };
    const cancelled = { ...current, cancelled: { reason: '台风' } };
    const channel = { state: 'ended' as const, late: false, current: cancelled, next, links: [aLink()] };
    expect(slateOf({ channel, player: players.idle, offline: false, now })).toEqual({ kind: 'cancelled', reason: '台风', next });
    const postponed = { ...channel, current: { ...current, cancelled: { reason: '台风', postponed: true } } };
    expect(slateOf({ channel: postponed, player: players.idle, offline: false, now })).toMatchObject({ kind: 'postponed', reason: '台风' });
  });

  test('the start is told with the slate', () => {
    expect(slateOf({ channel: { state: 'due', late: true, current, links: [] }, player: players.idle, offline: false, now })).toEqual({
      kind: 'late',
      startsAt: Date.parse(startsAt),
      session: current,
    });
  });

  test('a channel without any plan says so', () => {
    expect(slateOf({ channel: { state: 'scheduled', late: false, links: [] }, player: players.idle, offline: false, now })).toEqual({
      kind: 'idle',
    });
  });
});

describe('a picture that moves is never covered', () => {
  test.each(['live', 'interrupted', 'replay'] as const)('while the hub says %s', (state) => {
    expect(slate(state, 'playing')).toBeUndefined();
    expect(slate(state, 'buffering')).toBeUndefined();
    expect(slate(state, 'paused')).toBeUndefined();
  });
});

test('when every link has failed it says so, and whether it is the network', () => {
  expect(slate('live', 'exhausted')).toBe('interrupted');
  expect(slate('live', 'exhausted', { offline: true })).toBe('offline');
  expect(slate('interrupted', 'connecting')).toBe('interrupted');
  expect(slate('live', 'finished')).toBe('interrupted');
  expect(slate('replay', 'finished')).toBe('ended');
});

test('a replay is promised for 48 h after the end, and then no more', () => {
  const end = Date.parse(current.endsAt);
  expect(slate('ended', 'idle', { now: end + 48 * 3_600_000 })).toBe('ended');
  expect(slate('ended', 'idle', { now: end + 48 * 3_600_000 + 1 })).toBe('noReplay');
});

test('a session that plays only elsewhere leads there', () => {
  expect(slate('live', 'idle', { links: [aLink({ kind: 'open', url: 'https://example.org/live' })] })).toBe('elsewhere');
});

test('links play by rank; those that are down come last, and none play before the start', () => {
  const links = [
    aLink({ id: 'down', rank: 1, health: 'down' }),
    aLink({ id: 'third', rank: 3 }),
    aLink({ id: 'second', rank: 2 }),
    aLink({ id: 'page', rank: 0, kind: 'embed' }),
  ];
  expect(playableLinks({ state: 'live', links }).map(({ id }) => id)).toEqual(['second', 'third', 'down']);
  expect(playableLinks({ state: 'due', links })).toEqual([]);
});
