/** Settings of the run, as the command gave them. */
const { FAULTS_SIZE = 'quick', FAULTS_SEED = '1', FAULTS_MINUTES, FAULTS_REPLAY, FAULTS_OUT } = process.env;

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
  out: FAULTS_OUT ?? '.hub/faults-schedule.json',
  /** Small in `npm test`, as long as promised on demand. */
  of: <Value>(quick: Value, full: Value): Value => (isFull ? full : quick),
  /** A promised time. In `npm test` it is only a guard, of three times as much: a busy machine is no fault of the hub. */
  within: (promisedMs: number): number => (isFull ? promisedMs : promisedMs * 3),
};
