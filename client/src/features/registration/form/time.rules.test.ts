import type { FuzzyTime } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { clocksOf, lessExact, periodsFrom, timeOfClocks } from './time.rules.js';

const exact: FuzzyTime = {
  precision: 'exact',
  startsAt: '2023-09-28T15:00:00+08:00',
  endsAt: '2023-09-28T16:30:00+08:00',
  tentative: false,
};

describe('the fields of an exact time', () => {
  test('say what the time says, and give it back', () => {
    expect(clocksOf(exact)).toEqual({ day: '2023-09-28', start: '15:00', end: '16:30' });
    expect(timeOfClocks(clocksOf(exact), false)).toEqual(exact);
  });

  test('are a day while a clock is missing, and nothing without a day', () => {
    expect(timeOfClocks({ day: '2023-09-28', start: '15:00', end: '' }, true)).toEqual({
      precision: 'day',
      from: '2023-09-28',
      to: '2023-09-28',
      tentative: true,
    });
    expect(timeOfClocks({ day: '', start: '15:00', end: '16:00' }, false)).toBeUndefined();
  });

  test('that end before they begin end on the day after', () => {
    const night = timeOfClocks({ day: '2023-09-30', start: '23:00', end: '01:00' }, false);
    expect(night).toMatchObject({ endsAt: '2023-10-01T01:00:00+08:00' });
    expect(clocksOf(night)).toEqual({ day: '2023-09-30', start: '23:00', end: '01:00' });
  });
});

test.each([
  ['day', '2023-09-28', '2023-09-28'],
  ['tenDay', '2023-09-21', '2023-09-30'],
  ['month', '2023-09-01', '2023-09-30'],
  ['range', '2023-09-28', '2023-09-28'],
] as const)('a time said as %s: %s to %s', (precision, from, to) => {
  expect(lessExact(exact, precision)).toEqual({ precision, from, to, tentative: false });
});

test('periods follow each other without a hole, also over the end of February', () => {
  expect(periodsFrom('2024-02-15', 'tenDay', 3)).toEqual([
    { from: '2024-02-11', to: '2024-02-20' },
    { from: '2024-02-21', to: '2024-02-29' },
    { from: '2024-03-01', to: '2024-03-10' },
  ]);
  expect(periodsFrom('2023-12-31', 'month', 2)).toEqual([
    { from: '2023-12-01', to: '2023-12-31' },
    { from: '2024-01-01', to: '2024-01-31' },
  ]);
});
