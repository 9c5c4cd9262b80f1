import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { median, round } from './figures.js';

/** What two runs are compared by: the promised time of each round, and how quick the machine was. */
export type Comparable = { rounds: readonly number[]; calibrationMs: { before: number; after: number } };

/** The committed result of an earlier run; none is as good as no promise. */
export async function lastResult(file: string): Promise<Comparable | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Comparable);
}

export async function keepResult<Result extends Comparable>(file: string, result: Result): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(result, null, 2)}\n`);
}

/**
 * Says so when a run is worse than the last by more than either run varied in itself. Times are taken by
 * the calibration loop of their own run, so that a slower machine is not a worse hub.
 */
export function worseThan(last: Comparable | undefined, now: Comparable, what: string): string[] {
  if (!last) return [];
  const [before, after] = [spreadOf(last), spreadOf(now)];
  if (after.median - before.median <= Math.max(before.spread, after.spread)) return [];
  return [`${what} is ${round(after.median, 2)} calibration loops, and was ${round(before.median, 2)}`];
}

function spreadOf({ rounds, calibrationMs }: Comparable): { median: number; spread: number } {
  const loopMs = (calibrationMs.before + calibrationMs.after) / 2;
  const values = rounds.map((time) => time / loopMs);
  return { median: median(values), spread: Math.max(...values) - Math.min(...values) };
}
