import { expect, test } from 'vitest';
import { isFullBench, measure } from './promises.js';
import { measureRush } from './rush-bench.js';

const size = isFullBench ? { viewers: 5_000, rounds: 5 } : { viewers: 1_000, rounds: 1 };

test('goal 6: thousands join a cold node at once, and come back at once', async () => {
  expect(await measure('rush', isFullBench, () => measureRush(size))).toEqual([]);
});
