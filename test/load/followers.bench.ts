import { expect, test } from 'vitest';
import { measureFollowers } from './followers-bench.js';
import { isFullBench, measure } from './promises.js';

const size = isFullBench ? { seconds: 7, rounds: 5, followers: 5_000 } : { seconds: 4, rounds: 1, followers: 5_000 };

test('goal 8: snapshots come from memory, and a cache carries a crowd of followers', async () => {
  expect(await measure('followers', isFullBench, () => measureFollowers(size))).toEqual([]);
});
