import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heatOf, steadyHeat } from './heat.js';

const count = fc.integer({ min: 0, max: 5_000_000 });
const bustle = fc.record({ viewers: count, viewersMax: count, messagesPerMin: count, reactionsPerMin: count });

describe('heat', () => {
  test.each([
    [
      { viewers: 0, viewersMax: 0, messagesPerMin: 0, reactionsPerMin: 0 },
      { score: 0, viewers: 0, messages: 0, reactions: 0 },
    ],
    [
      { viewers: 9_999, viewersMax: 9_999, messagesPerMin: 60, reactionsPerMin: 120 },
      { score: 100, viewers: 60, messages: 25, reactions: 15 },
    ],
    [
      { viewers: 99, viewersMax: 9_999, messagesPerMin: 0, reactionsPerMin: 0 },
      { score: 30, viewers: 30, messages: 0, reactions: 0 },
    ],
    [
      { viewers: 0, viewersMax: 9_999, messagesPerMin: 12, reactionsPerMin: 40 },
      { score: 10, viewers: 0, messages: 5, reactions: 5 },
    ],
    [
      { viewers: 1, viewersMax: 1, messagesPerMin: 1, reactionsPerMin: 1 },
      { score: 61, viewers: 60, messages: 1, reactions: 0 },
    ],
  ])('%o is %o', (counted, expected) => {
    expect(heatOf(counted)).toEqual(expected);
  });

  test('is the rounded formula, and its terms add up to it within their bounds', () => {
    fc.assert(
      fc.property(bustle, (given) => {
        const counted = { ...given, viewersMax: Math.max(given.viewers, given.viewersMax) };
        const { viewers, viewersMax, messagesPerMin, reactionsPerMin } = counted;
        const share = viewersMax === 0 ? 0 : Math.log10(1 + viewers) / Math.log10(1 + viewersMax);
        const exact = 60 * share + 25 * Math.min(1, messagesPerMin / 60) + 15 * Math.min(1, reactionsPerMin / 120);
        const heat = heatOf(counted);
        expect(heat.score).toBe(Math.round(exact));
        expect(heat.viewers + heat.messages + heat.reactions).toBe(heat.score);
        expect([
          heat.viewers <= 60,
          heat.messages <= 25,
          heat.reactions <= 15,
          Math.min(heat.viewers, heat.messages, heat.reactions) >= 0,
        ]).toEqual([true, true, true, true]);
      }),
    );
  });

  test('never falls when there are more', () => {
    fc.assert(
      fc.property(bustle, fc.constantFrom('viewers', 'messagesPerMin', 'reactionsPerMin' as const), count, (counted, which, more) => {
        const most = { ...counted, viewersMax: 5_000_000 };
        expect(heatOf({ ...most, [which]: Math.min(5_000_000, most[which] + more) }).score).toBeGreaterThanOrEqual(heatOf(most).score);
      }),
    );
  });
});

describe('the heat that is shown', () => {
  const at = (score: number) => ({ score, viewers: score, messages: 0, reactions: 0 });

  test.each([
    [50, 52, 50],
    [50, 48, 50],
    [50, 53, 53],
    [1, 0, 0],
    [0, 1, 1],
  ])('was %i, is measured as %i, and stays or becomes %i', (before, now, expected) => {
    expect(steadyHeat(at(before), at(now)).score).toBe(expected);
  });

  test('begins with the first', () => {
    expect(steadyHeat(undefined, at(2)).score).toBe(2);
  });
});
