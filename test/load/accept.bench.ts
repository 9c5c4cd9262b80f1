import { expect, test } from 'vitest';
import { measureAccepting } from './accept-bench.js';
import { isFullBench, measure } from './promises.js';

const size = isFullBench ? { embeddedSeconds: 600, postgresSeconds: 60 } : { embeddedSeconds: 20, postgresSeconds: 15 };

test('goal 3: three thousand messages a second are accepted, kept and acknowledged', async () => {
  expect(await measure('accept', isFullBench, () => measureAccepting(size))).toEqual([]);
});
