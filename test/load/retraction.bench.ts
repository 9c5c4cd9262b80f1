import { expect, test } from 'vitest';
import { isFullBench, measure } from './promises.js';
import { measureCuts } from './cut-bench.js';
import { measureRetractions } from './retraction-bench.js';

const size = isFullBench ? { viewers: 1_000, rounds: 5, retractions: 60 } : { viewers: 1_000, rounds: 1, retractions: 40 };

test('goal 9: what is taken back leaves a thousand screens within a tick and a tenth of a second', async () => {
  expect(await measure('retraction', isFullBench, () => measureRetractions(size))).toEqual([]);
});

const cuts = isFullBench ? { viewers: 1_000, rounds: 5, cuts: 60 } : { viewers: 1_000, rounds: 1, cuts: 40 };

test('goal 9: the word of a cut-off reaches a thousand viewers within a tick and a tenth of a second', async () => {
  expect(await measure('cut-off', isFullBench, () => measureCuts(cuts))).toEqual([]);
});
