import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { calibrate, median, round } from './figures.js';

export type ScreeningBenchOptions = { terms: number; rounds: number };
export type ScreeningBenchResult = {
  terms: number;
  perSecond: number;
  /** Of the rounds: the quickest by the slowest. */
  spread: number;
  p99Ms: number;
  longestPauseMs: number;
  buildMs: number;
  calibrationMs: { before: number; after: number };
  broken: string[];
};

type Measured = { runs: { perSecond: number; p99Ms: number }[]; longestPauseMs: number; buildMs: number };

const corpus = join(import.meta.dirname, '../../packages/screening/corpus');
const promised = { perSecond: 30_000, p99Ms: 1, pauseMs: 20 };

/**
 * The whole pipeline on one core: lists, split characters, sounds where they are allowed, personal data, near-duplicates
 * of person and topic. What is said is the corpus: every innocent sentence, and an evasion to each ten of them.
 */
export async function runScreeningBench({ terms, rounds }: ScreeningBenchOptions): Promise<ScreeningBenchResult> {
  const before = calibrate();
  const { runs, ...pauses } = await measured({ terms, rounds });
  const [longestPauseMs, buildMs] = [round(pauses.longestPauseMs), round(pauses.buildMs)];
  const perSecond = Math.round(median(runs.map((run) => run.perSecond)));
  const p99Ms = round(median(runs.map((run) => run.p99Ms)), 3);
  const broken = [
    ...(perSecond >= promised.perSecond ? [] : [`${perSecond} messages/s, promised ≥ ${promised.perSecond}`]),
    ...(p99Ms < promised.p99Ms ? [] : [`p99 ${p99Ms} ms, promised < ${promised.p99Ms}`]),
    ...(longestPauseMs <= promised.pauseMs ? [] : [`a pause of ${longestPauseMs} ms, promised ≤ ${promised.pauseMs}`]),
  ];
  const speeds = runs.map((run) => run.perSecond);
  const spread = round(Math.max(...speeds) / Math.min(...speeds), 2);
  return { terms, perSecond, spread, p99Ms, longestPauseMs, buildMs, calibrationMs: { before, after: calibrate() }, broken };
}

export function screeningLine({ terms, perSecond, spread, p99Ms, longestPauseMs, buildMs, calibrationMs }: ScreeningBenchResult): string {
  const { before, after } = calibrationMs;
  return `screening at ${terms} terms: ${perSecond} messages/s of one core's time (promised ≥ ${promised.perSecond}), rounds ×${spread}, p99 ${p99Ms} ms (< ${promised.p99Ms}); new lists ${buildMs} ms in slices ≤ ${longestPauseMs} ms (≤ ${promised.pauseMs}); calibration ${before} and ${after} ms`;
}

/** The corpus scored by its own score.mjs, as it prints it; its exit says whether the targets are met. */
export async function scoreTable(): Promise<{ table: string; isMet: boolean }> {
  const filter = join(corpus, '../test/filter.mjs');
  const scoring = promisify(execFile)(process.execPath, [join(corpus, 'score.mjs'), filter], { maxBuffer: 16 * 2 ** 20 });
  return scoring.then(
    ({ stdout }) => ({ table: stdout, isMet: true }),
    (failure: Error & { stdout?: string }) => ({ table: failure.stdout ?? failure.message, isMet: false }),
  );
}

async function measured(order: ScreeningBenchOptions): Promise<Measured> {
  const child = fork(join(import.meta.dirname, 'peers/screening-server.ts'), [], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.send(order);
  const [figures] = (await once(child, 'message')) as [Measured];
  return figures;
}
