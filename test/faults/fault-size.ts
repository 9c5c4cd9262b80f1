import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Settings of the run, as the command gave them. */
const { FAULTS_SIZE = 'quick', FAULTS_SEED = '1', FAULTS_MINUTES, FAULTS_REPLAY, FAULTS_FIGURES } = process.env;
const { FAULTS_SCHEDULE = '.hub/faults-schedule.json' } = process.env;

/** mulberry32: the same seed gives the same run, as far as chance is ours. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const isFull = FAULTS_SIZE === 'full';

export const faultSize = {
  isFull,
  seed: Number(FAULTS_SEED),
  random: randomFrom(Number(FAULTS_SEED)),
  minutes: FAULTS_MINUTES === undefined ? undefined : Number(FAULTS_MINUTES),
  /** A schedule of an earlier run, to be had again. */
  replay: FAULTS_REPLAY,
  /** Where the schedule of this run is written. */
  schedule: FAULTS_SCHEDULE,
  /** Small in `npm test`, as long as promised on demand. */
  of: <Value>(quick: Value, full: Value): Value => (isFull ? full : quick),
  /** A promised time. In `npm test` it is only a guard, of three times as much: a busy machine is no fault of the hub. */
  within: (promisedMs: number): number => (isFull ? promisedMs : promisedMs * 3),
};

/** A figure of this run, said at its end. */
export function note(figure: string): void {
  if (FAULTS_FIGURES) appendFileSync(FAULTS_FIGURES, `${figure}\n`);
}

/** How far a long run has come, for whoever watches its log. */
export function progress(line: string): void {
  mkdirSync(dirname(FAULTS_SCHEDULE), { recursive: true });
  appendFileSync(`${FAULTS_SCHEDULE}.log`, `${new Date().toISOString()} ${line}\n`);
}
