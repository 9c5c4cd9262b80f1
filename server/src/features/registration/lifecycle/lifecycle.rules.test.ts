import type { ActivityForm } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { aForm } from '../../../../test/filing-form.js';
import type { PlannedSession } from '../../schedule/index.js';
import { endOf, type Passing, passageOf } from './lifecycle.rules.js';

const minute = 60_000;
const start = Date.parse('2023-09-28T15:00:00+08:00');
const end = Date.parse('2023-09-28T16:30:00+08:00');
const midnight = Date.parse('2023-09-29T00:00:00+08:00');
const aSession = (changes: Partial<PlannedSession> = {}): PlannedSession => ({
  id: 's1',
  channel: 'gx-nature-museum',
  title: '恐龙醒来',
  form: '直播',
  start,
  end,
  health: 'unknown',
  wentLive: false,
  hasReplay: false,
  blocked: false,
  sample: false,
  repeat: false,
  version: 1,
  changedAt: 0,
  ...changes,
});
const passing = (now: number, changes: Partial<Passing> = {}) =>
  passageOf({ state: 'published', form: aForm(), sessions: [aSession()], now, ...changes });
const onSite: Partial<ActivityForm> = { mode: 'offline', sessions: [] };

describe('a published activity', () => {
  test('is looked at from a quarter of an hour before its first session', () => {
    expect(passing(start - 60 * minute)).toEqual({ lookAt: start - 15 * minute });
    expect(passing(start)).toEqual({ lookAt: start + 2_000 });
  });

  test('is live when a session of it is, by its stream or because it was', () => {
    expect(passing(start, { sessions: [aSession({ health: 'ok' })] })).toEqual({ step: 'go-live' });
    expect(passing(end + minute, { sessions: [aSession({ wentLive: true, health: 'down' })] })).toEqual({ step: 'go-live' });
  });

  test('has ended when its time has passed and nothing came', () => {
    expect(passing(end - 1)).toMatchObject({ lookAt: end - 1 + 2_000 });
    expect(passing(end)).toEqual({ step: 'end' });
  });

  test('on site ends with its last day', () => {
    const form = aForm(onSite);
    expect(passing(midnight - 1, { form, sessions: [] })).toMatchObject({ lookAt: expect.any(Number) });
    expect(passing(midnight, { form, sessions: [] })).toEqual({ step: 'end' });
  });

  test('of which nothing takes place any more ends with its last day', () => {
    const sessions = [aSession({ cancelled: true })];
    expect(passing(end, { sessions })).toEqual({ lookAt: midnight });
    expect(passing(midnight, { sessions })).toEqual({ step: 'end' });
  });

  test('of which a session waits for another time does not end before it has one', () => {
    const sessions = [aSession({ cancelled: true, postponed: true })];
    expect(passing(midnight + minute, { sessions })).toMatchObject({ lookAt: expect.any(Number) });
    expect(passing(midnight + minute, { sessions: [...sessions, aSession({ id: 's2' })] })).toMatchObject({ lookAt: expect.any(Number) });
  });
});

describe('a live activity', () => {
  const live = (now: number, sessions: PlannedSession[]) => passing(now, { state: 'live', sessions });
  const first = aSession({ wentLive: true, health: 'down' });
  const second = aSession({ id: 's2', start: end + 60 * minute, end: end + 120 * minute });

  test('ends with its last session', () => {
    expect(live(end, [first, second])).toEqual({ lookAt: second.start - 15 * minute });
    expect(live(second.end, [first, second])).toEqual({ step: 'end' });
  });

  test('goes on while a good stream runs over', () => {
    expect(live(end + minute, [aSession({ wentLive: true, health: 'ok' })])).toMatchObject({ lookAt: expect.any(Number) });
    expect(live(end + 11 * minute, [aSession({ wentLive: true, health: 'ok' })])).toEqual({ step: 'end' });
  });

  test('that its host ends early waits a minute for that word to be taken back', () => {
    const ended = aSession({ wentLive: true, health: 'ok', hostSignal: 'ended', changedAt: start + 10 * minute });
    expect(live(start + 10 * minute + 59_999, [ended])).toMatchObject({ lookAt: expect.any(Number) });
    expect(live(start + 11 * minute, [ended])).toEqual({ step: 'end' });
  });

  test('that is cut off ends with its time', () => {
    expect(live(end - minute, [aSession({ blocked: true, wentLive: true })])).toMatchObject({ lookAt: expect.any(Number) });
    expect(live(end, [aSession({ blocked: true, wentLive: true })])).toEqual({ step: 'end' });
  });
});

test('what has ended is supplemented, and put away when that locks', () => {
  expect(passing(end, { state: 'ended' })).toEqual({ step: 'open-supplement' });
  for (const state of ['supplementing', 'summarised'] as const) {
    expect(passing(end, { state, locksAt: midnight })).toEqual({ lookAt: midnight });
    expect(passing(midnight, { state, locksAt: midnight })).toEqual({ step: 'archive' });
  }
  expect(passing(end, { state: 'cancelled' })).toEqual({ lookAt: undefined });
});

test('an activity ends with its last session, or with its last day while a session waits for its moment', () => {
  const [session] = aForm().sessions;
  const open = session ? [session, { ...session, id: '0198c0de-0000-7000-8000-000000000001', time: undefined }] : [];
  expect(endOf(aForm(), [aSession()])).toBe(end);
  expect(endOf(aForm({ sessions: open }), [aSession()])).toBe(midnight);
  expect(endOf(aForm(onSite), [])).toBe(midnight);
});
