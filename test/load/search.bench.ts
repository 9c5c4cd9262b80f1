import { appendFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { runSearchBench, searchLine } from './search-bench.js';

const rounds = process.env['BENCH_SIZE'] === 'quick' ? 2 : 5;

test('search over 20,000 activities answers within 100 ms', async () => {
  const result = await runSearchBench({ activities: 20_000, rounds });
  const figures = process.env['BENCH_FIGURES'];
  if (figures) await appendFile(figures, `${searchLine(result)}\n`);
  expect(result.broken).toEqual([]);
});
