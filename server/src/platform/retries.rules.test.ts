import { expect, test } from 'vitest';
import { waitAfter, waitsMs } from './retries.rules.js';

test('each wait is longer than the one before, by lot up to a fifth more, and after the eighth try there is none', () => {
  expect(waitsMs.map((_, at) => waitAfter(at + 1, 0))).toEqual([...waitsMs]);
  expect(waitsMs).toEqual([...waitsMs].toSorted((a, b) => a - b));
  expect(waitAfter(1, 1)).toBe(6_000);
  expect([waitAfter(8, 0), waitAfter(99, 0)]).toEqual([undefined, undefined]);
});
