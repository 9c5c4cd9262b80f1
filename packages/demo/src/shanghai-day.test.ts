import { describe, expect, test } from 'vitest';
import { nextShanghaiMidnight, shanghaiDay, shanghaiMidnight } from './shanghai-day.js';

const midnight = Date.parse('2023-09-19T00:00:00+08:00');

describe('a day in Shanghai', () => {
  test('begins at 00:00 there, eight hours before UTC does', () => {
    expect(shanghaiDay(midnight - 1)).toBe('2023-09-18');
    expect(shanghaiDay(midnight)).toBe('2023-09-19');
    expect(shanghaiMidnight('2023-09-19')).toBe(midnight);
  });

  test('is the calendar’s, whatever the zone of the machine', () => {
    const inShanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
    for (const at of ['2023-12-31T15:59:59.999Z', '2023-12-31T16:00:00Z', '2024-02-28T20:00:00Z', '2024-07-01T03:00:00Z']) {
      expect(shanghaiDay(Date.parse(at))).toBe(inShanghai.format(new Date(at)));
    }
  });

  test('ends at the next midnight, which is a whole day away at midnight itself', () => {
    expect(nextShanghaiMidnight(midnight - 1)).toBe(midnight);
    expect(nextShanghaiMidnight(midnight)).toBe(midnight + 86_400_000);
    expect(nextShanghaiMidnight(midnight + 86_399_999)).toBe(midnight + 86_400_000);
  });
});
