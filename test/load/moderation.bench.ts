import { expect, test } from 'vitest';
import { measureCockpit } from './moderation-bench.js';
import { isFullBench, measure } from './promises.js';

const size = isFullBench ? { rounds: 5, seconds: 20 } : { rounds: 1, seconds: 10 };

test('the cockpit stays smooth at 200 new items a second', async () => {
  expect(await measure('moderation', isFullBench, () => measureCockpit(size))).toEqual([]);
});
