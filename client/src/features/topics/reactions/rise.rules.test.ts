import { expect, test } from 'vitest';
import { risingPx, wayOf } from './rise.rules.js';

const way = wayOf({ xPx: 20, swayPx: 4, heightPx: 130 });
const heights = way.map(({ transform }) => Number(/, (-?\d+)px\)/.exec(transform)?.[1]));

test('a reaction rises from the lower edge to the upper one and never comes down', () => {
  expect(heights[0]).toBeCloseTo(0);
  expect(heights.at(-1)).toBe(-(130 - risingPx));
  expect(heights).toEqual(heights.toSorted((one, other) => other - one));
});

test('it is seen from its first moment, gone at the top, and stays gone while it lingers', () => {
  expect(way[0]?.opacity).toBe(1);
  expect(way.slice(-2).map(({ opacity }) => opacity)).toEqual([0, 0]);
  expect(way.at(-2)?.offset).toBeLessThan(1);
  expect(way.at(-1)?.offset).toBe(1);
});

test('it sways by no more than it was told to', () => {
  const across = way.map(({ transform }) => Number(/\((-?\d+)px/.exec(transform)?.[1]));
  expect(Math.min(...across)).toBeGreaterThanOrEqual(16);
  expect(Math.max(...across)).toBeLessThanOrEqual(24);
});
