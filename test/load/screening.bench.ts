import { appendFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { isFullBench } from './promises.js';
import { runScreeningBench, scoreTable, screeningLine } from './screening-bench.js';

const rounds = isFullBench ? 7 : 3;

test('screening finds what is disguised and leaves innocents alone', async () => {
  const { table, isMet } = await scoreTable();
  console.log(table);
  const figures = process.env['BENCH_FIGURES'];
  if (figures) await appendFile(figures, `screening corpus:\n${table.replace(/^ {4}i\d.*\n/gm, '')}\n`);
  expect(isMet).toBe(true);
});

test('screening keeps pace with a full house at 20,000 terms', async () => {
  const result = await runScreeningBench({ terms: 20_000, rounds });
  const figures = process.env['BENCH_FIGURES'];
  if (figures) await appendFile(figures, `${screeningLine(result)}\n`);
  expect(result.broken).toEqual([]);
});
