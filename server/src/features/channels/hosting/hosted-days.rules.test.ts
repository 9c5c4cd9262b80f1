import { expect, test } from 'vitest';
import { daysOf, shownOf } from './hosted-days.rules.js';

const now = Date.parse('2023-09-19T23:30:00+08:00');
const hourMs = 3_600_000;
/** An hour that begins so many hours from now. */
const at = (hours: number) => ({ id: `${hours}`, start: now + hours * hourMs, end: now + (hours + 1) * hourMs });
const idsOf = (sessions: readonly { id: string }[]) => sessions.map(({ id }) => id);
/** Enough that they are not shown at once: all of them on the twenty-first. */
const manyLater = Array.from({ length: 12 }, (_, n) => at(25 + n / 2));

test('few are shown at once, what is on first and what is over last, the latest of it first', () => {
  expect(shownOf([at(-30), at(-3), at(0), at(30)], { now, day: undefined })).toEqual({
    shown: [at(0), at(30), at(-3), at(-30)],
  });
});

test('of many those of today are shown, with what begins within two hours or began yesterday and goes on', () => {
  const long = { id: 'long', start: now - 25 * hourMs, end: now + hourMs };
  const sessions = [long, at(-30), at(-3), at(0.75), at(3), ...manyLater];
  const { shown, day } = shownOf(sessions, { now, day: undefined });
  expect([idsOf(shown), day]).toEqual([['long', '0.75', '-3'], '2023-09-19']);
});

test('another day is what begins on it', () => {
  const { shown, day } = shownOf([at(-30), at(0), at(0.75), at(3), ...manyLater], { now, day: '2023-09-20' });
  expect([idsOf(shown), day]).toEqual([['0.75', '3'], '2023-09-20']);
  expect(shownOf([at(0)], { now, day: '2023-10-01' })).toEqual({ shown: [], day: '2023-10-01' });
});

test('days are told in order, with how many begin on each', () => {
  expect(daysOf([at(3), at(-3), at(0.75)])).toEqual([
    { day: '2023-09-19', count: 1 },
    { day: '2023-09-20', count: 2 },
  ]);
});
