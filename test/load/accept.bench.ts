import { expect, test } from 'vitest';
import { measureAcceptingAlone, measureAcceptingTogether } from './accept-bench.js';
import { isFullBench, measure } from './promises.js';

const [embeddedSeconds, postgresSeconds] = isFullBench ? [600, 30] : [20, 15];

test('goal 3: three thousand messages a second are accepted, kept and acknowledged', async () => {
  expect(await measure('accept', isFullBench, () => measureAcceptingAlone(embeddedSeconds))).toEqual([]);
});

test('goal 3: eight nodes accept them into one topic', async () => {
  expect(await measure('accept-together', isFullBench, () => measureAcceptingTogether(postgresSeconds))).toEqual([]);
});
