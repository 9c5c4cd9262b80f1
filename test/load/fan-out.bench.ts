import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type FanOut, fanOutOfHub, fanOutOfPeer, type FanOutSize } from './fan-out-bench.js';
import { brokenPromises, line, ratiosOf } from './fan-out-goals.js';

const isFull = process.env['BENCH_SIZE'] !== 'quick';
const size: FanOutSize = isFull ? { viewers: 1_000, rounds: 5, seconds: 8 } : { viewers: 500, rounds: 1, seconds: 4 };
const resultFile = join(import.meta.dirname, 'results/fan-out.json');

/** Goal 1 of the hub's promises: a room of 1,000, beside its peers, all in one run and with the same bytes. */
test('a message costs far less to deliver than by the peers, and comes near the floor', async () => {
  const { results: hub, entry } = await fanOutOfHub([20, 100, 1_000], size);
  const results: FanOut[] = [
    ...hub,
    ...(await fanOutOfPeer('stock', entry, [20, 100], size)),
    ...(await fanOutOfPeer('ws', entry, [20, 100], size)),
    ...(await fanOutOfPeer('floor', entry, [20, 100, 1_000], size)),
  ];
  const figures = process.env['BENCH_FIGURES'];
  const ratios = ratiosOf(results);
  const broken = brokenPromises(results, ratios);
  if (figures) await appendFile(figures, [...results.map(line), `fan-out: ${JSON.stringify(ratios)}`, ''].join('\n'));
  if (isFull && broken.length === 0) {
    await mkdir(dirname(resultFile), { recursive: true });
    await writeFile(resultFile, `${JSON.stringify({ viewers: size.viewers, results, ratios }, null, 2)}\n`);
  }
  expect(broken).toEqual([]);
});
