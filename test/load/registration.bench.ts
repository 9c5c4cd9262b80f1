import { expect, test } from 'vitest';
import { isFullBench, measure } from './promises.js';
import { measureRegistration } from './registration-bench.js';

const size = isFullBench
  ? { activities: 10_000, rounds: 5, seconds: 20, sheetRows: 5_000 }
  : { activities: 1_000, rounds: 1, seconds: 10, sheetRows: 500 };

test('lists and the queue of 10,000 activities answer in 100 ms while 500 messages a second are accepted; 5,000 rows of a sheet come in within 20 s', async () => {
  expect(await measure('registration', isFullBench, () => measureRegistration(size))).toEqual([]);
});
