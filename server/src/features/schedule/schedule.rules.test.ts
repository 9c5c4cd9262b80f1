import { describe, expect, test } from 'vitest';
import {
  announcedAfter,
  heardHealth,
  judgeChange,
  judgeSignal,
  overlaps,
  type PlannedSession,
  releaseLineOf,
  toSession,
} from './schedule.rules.js';

const slot = (start: number, end: number) => ({ start, end });

describe('two slots', () => {
  test.each([
    [slot(0, 10), slot(10, 20), false],
    [slot(10, 20), slot(0, 10), false],
    [slot(0, 11), slot(10, 20), true],
    [slot(0, 100), slot(10, 20), true],
    [slot(10, 20), slot(0, 100), true],
    [slot(10, 20), slot(10, 20), true],
  ])('%j and %j overlap: %s', (a, b, expected) => {
    expect(overlaps(a, b)).toBe(expected);
  });
});

describe('a session that airs on another platform', () => {
  test('is heard by the word of its host', () => {
    expect(heardHealth({ health: 'unknown', elsewhere: true }, 'started')).toBe('ok');
    expect(heardHealth({ health: 'unknown', elsewhere: true }, undefined)).toBe('unknown');
  });

  test('is not the reason to believe a host whose own stream is down', () => {
    expect(heardHealth({ health: 'down', elsewhere: false }, 'started')).toBe('down');
  });
});

describe('a change of a session', () => {
  const facts = { start: 1_000_000, end: 4_000_000, health: 'unknown', wentLive: false, hasReplay: false, blocked: false } as const;
  const elsewhere = { start: 9_000_000 };

  test('is allowed before it has been on, late or not', () => {
    expect(judgeChange(facts, 0, elsewhere)).toEqual({ allowed: true });
    expect(judgeChange(facts, 2_000_000)).toEqual({ allowed: true });
  });

  test('only gives what has been on another end', () => {
    const live = { ...facts, health: 'ok', wentLive: true } as const;
    expect(judgeChange(live, 2_000_000, elsewhere)).toEqual({ allowed: false, code: 'session.begun' });
    expect(judgeChange(live, 2_000_000)).toEqual({ allowed: false, code: 'session.begun' });
    expect(judgeChange(live, 2_000_000, { start: facts.start })).toEqual({ allowed: true });
  });

  test('is too late once it is over', () => {
    expect(judgeChange(facts, 4_000_000, elsewhere)).toEqual({ allowed: false, code: 'session.over' });
  });

  test('may give what was postponed a slot after the one that it had has passed', () => {
    expect(judgeChange({ ...facts, cancelled: true, postponed: true }, 9_000_000, elsewhere)).toEqual({ allowed: true });
  });

  test('may take a cancellation back while its time is not over', () => {
    expect(judgeChange({ ...facts, cancelled: true }, 3_999_999)).toEqual({ allowed: true });
  });

  test('keeps the first announced start until the session is back there', () => {
    expect(announcedAfter({ start: 10 }, 20)).toBe(10);
    expect(announcedAfter({ start: 20, announcedAt: 10 }, 30)).toBe(10);
    expect(announcedAfter({ start: 30, announcedAt: 10 }, 10)).toBeUndefined();
    expect(announcedAfter({ start: 10 }, 10)).toBeUndefined();
  });
});

test('a session is shown with the offset of Shanghai and its state', () => {
  const start = Date.parse('2026-11-21T10:00:00+08:00');
  const planned: PlannedSession = {
    id: 's',
    channel: 'guangxi',
    title: '候鸟',
    form: '直播',
    start,
    end: start + 2_400_000,
    health: 'ok',
    wentLive: true,
    hasReplay: false,
    blocked: false,
    sample: true,
    repeat: false,
    version: 1,
    changedAt: 0,
  };
  expect(toSession(planned, { state: 'live', late: false })).toMatchObject({
    startsAt: '2026-11-21T10:00:00+08:00',
    endsAt: '2026-11-21T10:40:00+08:00',
    state: 'live',
  });
});

describe('the host of a session', () => {
  const minutes = (count: number) => count * 60_000;
  const [start, end] = [minutes(60), minutes(100)];
  const facts = { start, end, health: 'unknown', wentLive: false, hasReplay: false, blocked: false } as const;
  const on = { ...facts, health: 'ok', wentLive: true } as const;

  test.each([
    ['may begin it a quarter of an hour early', facts, start - minutes(15), 'started', { allowed: true }],
    ['hears when that will be', facts, start - minutes(16), 'started', { allowed: false, code: 'session.early', retryAfterMs: minutes(1) }],
    ['may take back a word that was early', facts, start - minutes(16), null, { allowed: true }],
    ['may end it while it is on', on, start + minutes(5), 'ended', { allowed: true }],
    ['may end it while it runs over', on, end + minutes(5), 'ended', { allowed: true }],
    ['may begin again what was ended', { ...on, hostSignal: 'ended' }, start + minutes(9), 'started', { allowed: true }],
    [
      'has nothing to say when its time is over',
      { ...on, hostSignal: 'ended' },
      end + minutes(10),
      null,
      { allowed: false, code: 'session.over' },
    ],
    ['nor of one that was cancelled', { ...facts, cancelled: true }, start, 'started', { allowed: false, code: 'session.over' }],
  ] as const)('%s', (_, session, now, signal, expected) => {
    expect(judgeSignal(session, now, signal)).toEqual(expected);
  });
});

describe('what a release says', () => {
  const start = Date.parse('2026-11-21T10:00:00+08:00');
  const hourMs = 3_600_000;
  const planned: PlannedSession = {
    id: 's',
    channel: 'guangxi',
    title: '候鸟',
    form: '直播',
    start,
    end: start + hourMs,
    health: 'unknown',
    wentLive: false,
    hasReplay: false,
    blocked: false,
    sample: false,
    repeat: false,
    version: 1,
    changedAt: 0,
  };
  const cancelled: PlannedSession = { ...planned, cancelled: true, changeReason: '台风' };
  const postponed: PlannedSession = { ...cancelled, postponed: true };
  const later: PlannedSession = { ...planned, start: start + hourMs, end: start + 2 * hourMs };
  const at = (clock: string) => `2026-11-21T${clock}:00+08:00`;

  test.each<[string, PlannedSession | undefined, PlannedSession, object | undefined]>([
    ['of a session that nobody knew', undefined, planned, { kind: 'new', startsAt: at('10:00') }],
    ['of one that is moved', planned, later, { kind: 'moved', startsAt: at('11:00'), from: at('10:00') }],
    ['of one that is cancelled', planned, cancelled, { kind: 'cancelled', startsAt: at('10:00'), reason: '台风' }],
    ['of one that takes place after all', cancelled, planned, { kind: 'new', startsAt: at('10:00') }],
    ['of one that is postponed', planned, postponed, { kind: 'moved', from: at('10:00'), reason: '台风' }],
    ['of one that has a time again', postponed, later, { kind: 'moved', startsAt: at('11:00'), from: at('10:00') }],
    ['of one that is called off after it was postponed', postponed, cancelled, { kind: 'cancelled', startsAt: at('10:00') }],
    ['of one with other words', planned, { ...planned, title: '候鸟来了' }, { kind: 'changed', title: '候鸟来了' }],
    ['of one with another end', planned, { ...planned, end: start + 2 * hourMs }, { kind: 'changed' }],
    ['nothing, of one that is as it was', planned, { ...planned, version: 2, hostSignal: 'started' }, undefined],
    ['nothing, of one that stays cancelled', cancelled, { ...cancelled, changeReason: '还是台风' }, undefined],
  ])('%s', (_, before, after, line) => {
    const said = releaseLineOf(before, after);
    if (line) expect(said).toMatchObject({ session: 's', channel: 'guangxi', ...line });
    else expect(said).toBeUndefined();
  });

  test('has no time of what waits for one', () => expect(releaseLineOf(planned, postponed)).not.toHaveProperty('startsAt'));
});
