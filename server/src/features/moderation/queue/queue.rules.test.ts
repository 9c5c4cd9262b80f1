import { describe, expect, test } from 'vitest';
import { riskOf, scoreOf } from './queue.rules.js';

describe('the place of an item in the queue', () => {
  test('has three terms, and they are its sum', () => {
    expect(scoreOf({ level: 3, viewers: 999, ageMs: 30_000 })).toEqual({ level: 300, viewers: 60, age: 20, total: 380 });
  });

  test('of a worse item is before any that is merely watched or old', () => {
    const worse = scoreOf({ level: 2, viewers: 0, ageMs: 0 });
    const watched = scoreOf({ level: 1, viewers: 10_000, ageMs: 10_000 });
    expect(worse.total).toBeGreaterThan(watched.total);
  });

  test('rises while it waits', () => {
    const ages = [0, 10_000, 60_000, 600_000].map((ageMs) => scoreOf({ level: 0, viewers: 5, ageMs }).total);
    expect(ages).toEqual(ages.toSorted((a, b) => a - b));
  });

  test('of one whose clock is ahead is that of a new one', () => {
    expect(scoreOf({ level: 0, viewers: 0, ageMs: -5_000 }).total).toBe(0);
  });
});

test.each([
  [4, 'high'],
  [3, 'high'],
  [2, 'medium'],
  [1, 'medium'],
  [0, 'low'],
] as const)('level %i is drawn as %s', (level, risk) => {
  expect(riskOf(level)).toBe(risk);
});
