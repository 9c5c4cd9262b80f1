import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type FanOut, fanOutOfPeer, type FanOutSize } from './fan-out-bench.js';
import { brokenPromises, line, ratiosOf } from './fan-out-goals.js';
import { fanOutOfHub } from './fan-out-hub.js';
import { calibrate } from './figures.js';
import { keepResult, lastResult, worseThan } from './last-result.js';
import { isFullBench } from './promises.js';

const size: FanOutSize = isFullBench ? { viewers: 1_000, rounds: 3, seconds: 5 } : { viewers: 500, rounds: 1, seconds: 4 };
const resultFile = join(import.meta.dirname, 'results/fan-out.json');

/** Goal 1 of the hub's promises: a room of 1,000, beside its peers, all in one run and with the same bytes. */
test('a message costs far less to deliver than by the peers, and comes near the floor', async () => {
  const before = calibrate();
  const { results: hub, entry, uses } = await fanOutOfHub([20, 100, 1_000], size);
  const results: FanOut[] = [
    ...hub,
    ...(await fanOutOfPeer('stock', entry, [20, 100], size)),
    ...(await fanOutOfPeer('ws', entry, [20, 100], size)),
    ...(await fanOutOfPeer('nchan', entry, [100, 1_000], size)),
    ...(await fanOutOfPeer('floor', entry, [20, 100, 1_000], size)),
  ];
  const figures = process.env['BENCH_FIGURES'];
  const ratios = ratiosOf(results);
  const calibrationMs = { before, after: calibrate() };
  const rounds = hub.find(({ perSecond }) => perSecond === 1_000)?.costs ?? [];
  const last = isFullBench ? await lastResult(resultFile) : undefined;
  const broken = [
    ...brokenPromises(results, ratios),
    ...worseThan(last, { rounds, calibrationMs }, { what: 'the cost of a delivery at 1,000/s' }),
  ];
  if (figures)
    await appendFile(
      figures,
      [...results.map(line), ...uses.map((use) => `fan-out: hub ${use}`), `fan-out: ${JSON.stringify(ratios)}`, ''].join('\n'),
    );
  if (isFullBench && broken.length === 0) await keepResult(resultFile, { viewers: size.viewers, results, ratios, rounds, calibrationMs });
  expect(broken).toEqual([]);
});
