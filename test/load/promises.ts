import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calibrate, median, round } from './figures.js';
import { keepResult, lastResult, worseThan } from './last-result.js';

/** A figure of every round, with what is promised of it: no more than `most`, no less than `least`. */
export type Figure = { what: string; unit: string; rounds: readonly number[]; most?: number; least?: number };

/** Which of the figures are short of their promise, in words. */
export function brokenIn(figures: readonly Figure[]): string[] {
  return figures.flatMap(({ what, unit, rounds, most = Infinity, least = -Infinity }) => {
    const value = median(rounds);
    if (value <= most && value >= least) return [];
    return [`${what}: ${round(value, 2)} ${unit}, promised ${value > most ? `≤ ${most}` : `≥ ${least}`}`];
  });
}

/** `what 12.3 ms (11.9, 12.3, 14.1; promised ≤ 15)`: the rounds in their order, since the one that stands out may be the first or the last. */
export function inWords({ what, unit, rounds, most, least }: Figure): string {
  const each = rounds.map((value) => round(value, 2)).join(', ');
  const promised = most === undefined ? (least === undefined ? '' : `; promised ≥ ${least}`) : `; promised ≤ ${most}`;
  return `${what} ${round(median(rounds), 2)} ${unit} (${each}${promised})`;
}

/**
 * Measures, says each figure, and compares the first one with the last committed result when the run was full.
 * What comes back is what was promised and not kept.
 */
export async function measure(name: string, isFull: boolean, bench: () => Promise<Figure[]>): Promise<string[]> {
  const before = calibrate();
  const figures = await bench();
  const calibrationMs = { before, after: calibrate() };
  const [first] = figures;
  const rounds = first?.rounds ?? [];
  const file = join(import.meta.dirname, `results/${name}.json`);
  const last = isFull ? await lastResult(file) : undefined;
  const broken = [
    ...brokenIn(figures),
    ...worseThan(last, { rounds, calibrationMs }, { what: first?.what ?? name, isRate: first?.least !== undefined }),
  ];
  const said = process.env['BENCH_FIGURES'];
  if (said) await appendFile(said, figures.map((figure) => `${name}: ${inWords(figure)}\n`).join(''));
  if (isFull && broken.length === 0) await keepResult(file, { figures, rounds, calibrationMs });
  return broken;
}

export const isFullBench = process.env['BENCH_SIZE'] !== 'quick';
