import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { median, round } from './figures.js';

/** What two runs are compared by: the promised time or rate of each round, and how quick the machine was. */
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

/** What is compared: a time, of which less is better, or a rate, of which more is. */
export type Compared = { what: string; isRate?: boolean };

/**
 * Says so when a run is worse than the last by more than either run varied in itself. Times and rates are taken by
 * the calibration loop of their own run, so that a slower machine is not a worse hub.
 */
export function worseThan(last: Comparable | undefined, now: Comparable, { what, isRate = false }: Compared): string[] {
  if (!last) return [];
  const [before, after] = [spreadOf(last, isRate), spreadOf(now, isRate)];
  const worseBy = isRate ? before.median - after.median : after.median - before.median;
  if (worseBy <= Math.max(before.spread, after.spread)) return [];
  return [
    `${what} is ${round(after.median, 2)} ${isRate ? 'a calibration loop' : 'calibration loops'}, and was ${round(before.median, 2)}`,
  ];
}

/** The quicker of the two loops says how quick the machine is: what was measured may still be at work beside the other. */
function spreadOf({ rounds, calibrationMs }: Comparable, isRate: boolean): { median: number; spread: number } {
  const loopMs = Math.min(calibrationMs.before, calibrationMs.after);
  const values = rounds.map((value) => (isRate ? value * loopMs : value / loopMs));
  return { median: median(values), spread: Math.max(...values) - Math.min(...values) };
}
