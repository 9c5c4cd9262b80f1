import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { engineLine, runEngineBench } from './engine-bench.js';

const isFull = process.env['BENCH_SIZE'] !== 'quick';

test('at 500 messages a second the acks of the last minute are as quick as those of the first', async () => {
  // Only a whole run is worth comparing with: a quick one leaves the committed result as it is.
  const size = isFull ? { minutes: 8, resultFile: join(import.meta.dirname, 'results/engine.json') } : { minutes: 2 };
  const result = await runEngineBench({ ...size, perSecond: 500 });
  const figures = process.env['BENCH_FIGURES'];
  if (figures) await appendFile(figures, `${engineLine(result).replace(/^bench: /, '')}\n`);
  expect(result.broken).toEqual([]);
});
