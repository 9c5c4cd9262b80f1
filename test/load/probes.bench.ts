import { expect, test } from 'vitest';
import { runProbesBench } from './probes-bench.js';
import { isFullBench, measure } from './promises.js';

/** A tenth more than is promised, so that the promise is not met by the arithmetic of intervals alone. */
const links = 11_000;
const intervalMs = 60_000;

test('probes: one core looks at 10,000 links a minute', async () => {
  const size = isFullBench ? { rounds: 5, roundMs: 60_000 } : { rounds: 2, roundMs: 20_000 };
  expect(await measure('probes', isFullBench, () => runProbesBench({ links, intervalMs, ...size }))).toEqual([]);
});
