import { expect, test } from 'vitest';
import { roundedViewers } from './rounded-viewers.js';

test.each([
  [0, 0],
  [-1, 0],
  [19, 19],
  [20, 20],
  [99, 90],
  [100, 100],
  [129, 120],
  [1_000, 1_000],
  [1_299, 1_200],
  [98_765, 98_000],
])('%i viewers are shown as %i', (viewers, shown) => {
  expect(roundedViewers(viewers)).toBe(shown);
});
