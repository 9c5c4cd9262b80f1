import { describe, expect, test } from 'vitest';
import { type Crowd, lookedAt } from './automatic-slow.rules.js';

const budget = 20;

/** Looks at a room each 5 s and does what is answered; the slow mode after each look, in seconds. */
function watched(rates: readonly number[], { most = budget, from = 0 } = {}): number[] {
  let crowd: Crowd | undefined;
  let slowMs = from;
  return rates.map((perSecond, look) => {
    const looked = lookedAt(crowd, { slowMs, perSecond, budget: most, nowMs: look * 5_000 });
    crowd = looked.crowd;
    slowMs = looked.change ?? slowMs;
    return slowMs / 1_000;
  });
}
const times = (count: number, rate: number) => Array.from({ length: count }, () => rate);

describe('a room', () => {
  test.each([
    ['that is calm is never slowed', times(30, 3), times(30, 0)],
    ['as loud as can be shown is not slowed', times(6, 20), times(6, 0)],
    ['loud for less than ten seconds is not slowed', [30, 30, 10, 30, 30, 10], times(6, 0)],
    ['loud for ten seconds is slowed', [30, 30, 30], [0, 0, 3]],
    ['that stays loud is slowed further, each step in its own time', times(8, 50), [0, 0, 3, 3, 3, 10, 10, 10]],
    ['between loud and calm stays as it is', [30, 30, 30, ...times(20, 12)], [0, 0, 3, ...times(20, 3)]],
  ])('%s', (_name, rates, slowed) => {
    expect(watched(rates)).toEqual(slowed);
  });

  test('is slowed no further than a minute', () => {
    expect(watched(times(60, 90)).at(-1)).toBe(60);
  });

  test('is let go step by step, each after a calm minute', () => {
    const slowed = watched(times(30, 2), { from: 10_000 });
    expect(slowed.slice(0, 12)).toEqual(times(12, 10));
    expect(slowed[12]).toBe(3);
    expect(slowed[24]).toBe(3);
    expect(slowed.at(-1)).toBe(0);
  });

  test('that shows everything is never too loud', () => {
    expect(watched(times(10, 1_000), { most: 0 })).toEqual(times(10, 0));
  });

  test('that somebody else has slowed waits its full time for the next step', () => {
    const loud = { perSecond: 50, budget };
    const first = lookedAt(undefined, { ...loud, slowMs: 0, nowMs: 0 });
    const taken = lookedAt(first.crowd, { ...loud, slowMs: 3_000, nowMs: 9_000 });
    expect(taken.change).toBeUndefined();
    expect(lookedAt(taken.crowd, { ...loud, slowMs: 3_000, nowMs: 18_999 }).change).toBeUndefined();
    expect(lookedAt(taken.crowd, { ...loud, slowMs: 3_000, nowMs: 19_000 }).change).toBe(10_000);
  });
});
