import { expect, test } from 'vitest';
import { isFullBench, measure } from './promises.js';
import { measureRegistration } from './registration-bench.js';

const size = isFullBench ? { activities: 10_000, rounds: 5, seconds: 20 } : { activities: 1_000, rounds: 1, seconds: 10 };

test('lists and the queue of 10,000 activities answer in 100 ms while 500 messages a second are accepted', async () => {
  expect(await measure('registration', isFullBench, () => measureRegistration(size))).toEqual([]);
});
