import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageLines, runPageBench } from './page-bench.js';

const isFull = process.env['BENCH_SIZE'] !== 'quick';

test('the audience’s pages keep to their weights and times on a slowed phone', async () => {
  // Only a whole run is worth comparing with: a quick one leaves the committed result as it is.
  const size = isFull
    ? {
        rounds: 7,
        roomSeconds: 60,
        hour: { messages: 72_000, perSecond: 400 },
        resultFile: join(import.meta.dirname, 'results/page.json'),
      }
    : { rounds: 5, roomSeconds: 15, hour: { messages: 4_000, perSecond: 200 } };
  const result = await runPageBench(size);
  const figures = process.env['BENCH_FIGURES'];
  if (figures) await appendFile(figures, `${pageLines(result).join('\n')}\n`);
  expect(result.broken).toEqual([]);
});
