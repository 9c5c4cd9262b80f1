import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

type Score = {
  public: {
    recall: number;
    worst: { k: string; recall: number };
    fp: number;
    fpBy: Record<string, [flagged: number, all: number]>;
    plain: number;
    personalRecall: number;
    personalCovered: number;
    lookFp: number;
  };
};

const here = import.meta.dirname;

async function score(): Promise<Score['public']> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(here, '../corpus/score.mjs'), join(here, 'filter.mjs'), '--json'], {
    maxBuffer: 16 * 2 ** 20,
  });
  return (JSON.parse(stdout) as Score).public;
}

describe('the corpus', () => {
  test('is screened as well as promised', { timeout: 60_000 }, async () => {
    const { recall, worst, fp, fpBy, plain, personalRecall, personalCovered, lookFp } = await score();
    expect(recall).toBeGreaterThanOrEqual(0.95);
    expect(worst.recall, worst.k).toBeGreaterThanOrEqual(0.85);
    expect(fp).toBeLessThanOrEqual(0.003);
    // What the normaliser adds must not cost an innocent sentence without any trap.
    expect(fpBy['no trap']?.[0]).toBe(0);
    expect(plain).toBe(1);
    expect(personalRecall).toBe(1);
    expect(personalCovered).toBe(1);
    expect(lookFp).toBe(0);
  });
});
