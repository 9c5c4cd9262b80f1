import { describe, expect, test } from 'vitest';
import { shanghaiDayAfter, shanghaiDayOf, shanghaiInstant, startOfShanghaiDay } from './shanghai-day.js';

describe('a day in Shanghai', () => {
  test('begins at 16:00 UTC of the day before', () => {
    expect(shanghaiDayOf(Date.parse('2026-11-20T15:59:59.999Z'))).toBe('2026-11-20');
    expect(shanghaiDayOf(Date.parse('2026-11-20T16:00:00.000Z'))).toBe('2026-11-21');
    expect(startOfShanghaiDay('2026-11-21')).toBe(Date.parse('2026-11-20T16:00:00Z'));
  });

  test('is followed by the next one over months, years and leap days', () => {
    expect(shanghaiDayAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(shanghaiDayAfter('2028-02-28', 1)).toBe('2028-02-29');
    expect(shanghaiDayAfter('2027-01-01', -1)).toBe('2026-12-31');
  });
});

test('an instant carries the offset of Shanghai and means the same moment', () => {
  const at = Date.parse('2026-11-20T16:30:00Z');
  expect(shanghaiInstant(at)).toBe('2026-11-21T00:30:00+08:00');
  expect(Date.parse(shanghaiInstant(at + 7))).toBe(at + 7);
});
