import { expect, test } from 'vitest';
import { measureMemory } from './memory-bench.js';
import { isFullBench, measure } from './promises.js';

const size = isFullBench
  ? { viewers: 5_000, rounds: 3, restSeconds: 10, talkSeconds: 15, hours: 8 }
  : { viewers: 2_000, rounds: 1, restSeconds: 10, talkSeconds: 15, hours: 3 };

test('goal 4: what an idle viewer, a dead reader and an idle hub hold in memory', async () => {
  expect(await measure('memory', isFullBench, () => measureMemory(size))).toEqual([]);
});
