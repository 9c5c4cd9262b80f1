import type { StreamHealth } from '@yunhui/domain';
import { describe, expect, test } from 'vitest';
import { airtimeOf, apart, onAirMs } from './measured.rules.js';

const minute = 60_000;
const within = { start: 0, end: 60 * minute };
const verdicts = (...said: [string, number, StreamHealth][]) =>
  said.map(([link, minutes, health]) => ({ link, at: minutes * minute, health }));

describe('a session was on the air', () => {
  test.each<[string, ReturnType<typeof verdicts>, number]>([
    ['not at all, when nothing was ever said of it', [], 0],
    ['while one link was good', verdicts(['a', 10, 'ok'], ['a', 40, 'down']), 30],
    ['until its time was over, when nobody said otherwise', verdicts(['a', 10, 'ok']), 50],
    ['from its beginning, when it was good before', verdicts(['a', -30, 'ok'], ['a', 20, 'down']), 20],
    ['while some could watch', verdicts(['a', 0, 'degraded'], ['a', 5, 'down']), 5],
    ['without the time between two good streams', verdicts(['a', 0, 'ok'], ['a', 10, 'down'], ['a', 20, 'ok'], ['a', 30, 'unknown']), 20],
    ['as long as either of two was', verdicts(['a', 0, 'ok'], ['b', 5, 'ok'], ['a', 10, 'down'], ['b', 15, 'down']), 15],
    ['not before and not after', verdicts(['a', -20, 'ok'], ['a', -10, 'down'], ['a', 70, 'ok']), 0],
  ])('%s', (_, said, minutes) => expect(onAirMs(said, within) / minute).toBe(minutes));

  test('from a quarter of an hour before its start, until a stream that runs over counts no more', () => {
    expect(airtimeOf({ start: 100 * minute, end: 200 * minute })).toEqual({ start: 85 * minute, end: 210 * minute });
  });
});

test.each<[string, [number, number][], [number, number][]]>([
  ['none are none', [], []],
  [
    'those that do not meet stay as they are',
    [
      [0, 5],
      [7, 9],
    ],
    [
      [0, 5],
      [7, 9],
    ],
  ],
  [
    'those that meet are one, in any order',
    [
      [5, 9],
      [0, 5],
    ],
    [[0, 9]],
  ],
  [
    'what lies within another adds nothing',
    [
      [0, 20],
      [3, 5],
      [18, 21],
    ],
    [[0, 21]],
  ],
])('of stretches %s', (_, stretches, parts) => {
  const all = stretches.map(([start, end]) => ({ start, end }));
  expect(apart(all).map(({ start, end }) => [start, end])).toEqual(parts);
});
