import { expect, test } from 'vitest';
import { isFullBench, measure } from './promises.js';
import { measureViewers } from './viewers-bench.js';

const size = isFullBench ? { few: 1_000, many: 10_000, rounds: 5, seconds: 7 } : { few: 200, many: 1_000, rounds: 1, seconds: 5 };

test('goals 2 and 7: ten thousand viewers on one node, and each costs what one of a thousand does', async () => {
  expect(await measure('viewers', isFullBench, () => measureViewers(size))).toEqual([]);
});
