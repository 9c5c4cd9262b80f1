import type { LiveState, Session } from '@yunhui/contracts';
import { expect, test } from 'vitest';
import { stripOf } from './programme.rules.js';

const day = (...states: LiveState[]): Session[] =>
  states.map((state, at) => ({
    id: `${at}`,
    channel: 'guizhou',
    title: `第${at}场`,
    form: '直播',
    startsAt: `2023-09-19T${String(8 + at).padStart(2, '0')}:00:00+08:00`,
    endsAt: `2023-09-19T${String(9 + at).padStart(2, '0')}:00:00+08:00`,
    state,
    late: false,
  }));
const at = (clock: string) => Date.parse(`2023-09-19T${clock}:00+08:00`);
const idsOf = (...states: LiveState[]) => stripOf(day(...states), at('09:30')).map(({ id }) => id);

test('the strip begins with what runs, or with what comes next', () => {
  expect(idsOf('ended', 'live', 'scheduled', 'scheduled', 'scheduled')).toEqual(['1', '2', '3']);
  expect(idsOf('replay', 'ended', 'due', 'scheduled', 'scheduled')).toEqual(['2', '3', '4']);
});

test('what was cancelled stands in the strip until its time is over', () => {
  const sessions = day('ended', 'ended', 'scheduled', 'scheduled', 'scheduled').map((session) =>
    session.id === '1' ? { ...session, cancelled: { reason: '台风' } } : session,
  );
  expect(stripOf(sessions, at('09:59')).map(({ id }) => id)).toEqual(['1', '2', '3']);
  expect(stripOf(sessions, at('10:00')).map(({ id }) => id)).toEqual(['2', '3', '4']);
});

test('near the end of the day it keeps the last three, so that nobody sees it run empty', () => {
  expect(idsOf('ended', 'ended', 'ended', 'live')).toEqual(['1', '2', '3']);
  expect(idsOf('ended', 'replay', 'replay', 'ended')).toEqual(['1', '2', '3']);
});

test('a short programme is shown whole', () => {
  expect(idsOf('live', 'scheduled')).toEqual(['0', '1']);
  expect(idsOf()).toEqual([]);
});
