import { describe, expect, test } from 'vitest';
import type { SessionFacts } from './live-state.js';
import { bestHealth, type ChannelFacts, nextClockChange, onAirOf } from './on-air.js';

const noon = Date.parse('2026-11-21T12:00:00+08:00');
const minutes = (count: number) => count * 60_000;

type Named = SessionFacts & { id: string };
const aSession = (id: string, from: number, to: number, facts: Partial<SessionFacts> = {}): Named => ({
  id,
  start: noon + minutes(from),
  end: noon + minutes(to),
  health: 'unknown',
  wentLive: false,
  hasReplay: false,
  blocked: false,
  ...facts,
});
const aChannel = (sessions: Named[], facts: Partial<ChannelFacts<Named>> = {}): ChannelFacts<Named> => ({
  roundTheClock: false,
  health: 'unknown',
  blocked: false,
  sessions,
  ...facts,
});
const shown = (channel: ChannelFacts<Named>, at = noon) => {
  const { session, state, next } = onAirOf(channel, at);
  return [session?.id, state, next?.id];
};
const live = { health: 'ok', wentLive: true } as const;

describe('a channel shows', () => {
  test('what was cancelled at the time it was announced for, unless something else is on or due then', () => {
    const cancelled = aSession('x', 10, 40, { cancelled: true });
    const channel = aChannel([cancelled, aSession('y', 120, 150)]);
    expect(shown(channel, noon - minutes(10))).toEqual(['y', 'scheduled', undefined]);
    expect(shown(channel)).toEqual(['x', 'ended', 'y']);
    expect(shown(channel, noon + minutes(39))).toEqual(['x', 'ended', 'y']);
    expect(shown(channel, noon + minutes(40))).toEqual(['y', 'scheduled', undefined]);
    expect(shown(aChannel([cancelled, aSession('z', 5, 40)]))).toEqual(['z', 'due', undefined]);
  });

  test('no cancelled session as live or as the next, whatever its stream does', () => {
    const sent = aSession('x', -10, 40, { cancelled: true, ...live });
    expect(shown(aChannel([sent]))).toEqual(['x', 'ended', undefined]);
    expect(shown(aChannel([aSession('a', -10, 5, live), { ...sent, start: noon + minutes(5) }]))).toEqual(['a', 'live', undefined]);
  });

  test('an overrun on, when what would have begun was cancelled', () => {
    const channel = aChannel([aSession('a', -60, -5, live), aSession('x', -5, 30, { cancelled: true })]);
    expect(shown(channel)).toEqual(['a', 'live', undefined]);
  });

  test('the session that runs, and the one after it', () => {
    expect(shown(aChannel([aSession('a', -60, -30), aSession('b', -10, 20, live), aSession('c', 20, 50)]))).toEqual(['b', 'live', 'c']);
  });

  test('an overrun until the next begins, then the next, late or not', () => {
    const channel = aChannel([aSession('a', -60, -5, live), aSession('b', 2, 30)]);
    expect(shown(channel)).toEqual(['a', 'live', 'b']);
    expect(shown(channel, noon + minutes(2))).toEqual(['b', 'due', undefined]);
  });

  test('what is due rather than what has just ended', () => {
    expect(shown(aChannel([aSession('a', -60, -1), aSession('b', 10, 30)]))).toEqual(['b', 'due', undefined]);
  });

  test('what has just ended, for ten minutes, when the next is far', () => {
    const channel = aChannel([aSession('a', -60, -1), aSession('b', 120, 130)]);
    expect(shown(channel)).toEqual(['a', 'ended', 'b']);
    expect(shown(channel, noon + minutes(9))).toEqual(['b', 'scheduled', undefined]);
  });

  test('the session that its host ended early, not the next one, until ten minutes past its end', () => {
    expect(shown(aChannel([aSession('a', -60, 5, { hostSignal: 'ended' }), aSession('b', 120, 130)]))).toEqual(['a', 'ended', 'b']);
  });

  test('the session that its host began and ended before its time, rather than one that was cancelled', () => {
    const cancelled = aSession('x', -5, 30, { cancelled: true });
    const ended = aSession('a', 5, 30, { ...live, hostSignal: 'ended' });
    expect(shown(aChannel([cancelled, ended, aSession('b', 120, 130)]))).toEqual(['a', 'ended', 'b']);
  });

  test('the last one when nothing is planned', () => {
    expect(shown(aChannel([aSession('a', -600, -500, { hasReplay: true })]))).toEqual(['a', 'replay', undefined]);
  });

  test('nothing when it has no sessions', () => {
    expect(shown(aChannel([]))).toEqual([undefined, 'scheduled', undefined]);
  });

  test('a blocked session in its time as blocked, and a later block not before', () => {
    expect(shown(aChannel([aSession('a', -5, 5, { blocked: true }), aSession('b', 5, 30)]))).toEqual(['a', 'blocked', 'b']);
    expect(shown(aChannel([aSession('a', -5, 5, live), aSession('b', 5, 30, { blocked: true })]))).toEqual(['a', 'live', 'b']);
  });

  test('all of a blocked channel as blocked', () => {
    expect(shown(aChannel([aSession('a', -5, 5, live)], { blocked: true }))).toEqual(['a', 'blocked', undefined]);
    expect(shown(aChannel([], { blocked: true }))).toEqual([undefined, 'blocked', undefined]);
  });

  test('its stream alone when it never stops', () => {
    expect(shown(aChannel([], { roundTheClock: true, health: 'ok' }))).toEqual([undefined, 'live', undefined]);
  });
});

describe('the next change by the clock', () => {
  test('is each boundary in turn, and none after the last', () => {
    const sessions = [aSession('a', 30, 60)];
    const found: number[] = [];
    for (let now = noon; (now = nextClockChange(sessions, now)) !== Infinity;) found.push((now - noon) / 60_000);
    expect(found).toEqual([15, 30, 60, 70]);
  });

  test('is never: without sessions', () => {
    expect(nextClockChange([], noon)).toBe(Infinity);
  });
});

test.each([
  [[], 'unknown'],
  [['down', 'ok', 'unknown'], 'ok'],
  [['down', 'degraded', 'unknown'], 'degraded'],
  [['degraded', 'ok'], 'ok'],
  [['down', 'down'], 'down'],
  [['down', 'unknown'], 'unknown'],
] as const)('the health of links %j is %s', (links, health) => {
  expect(bestHealth(links)).toBe(health);
});
