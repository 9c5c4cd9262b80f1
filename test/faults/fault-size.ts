/** Settings of the run, as the command gave them. */
const { FAULTS_SIZE = 'quick', FAULTS_SEED = '1' } = process.env;

/** mulberry32: the same seed gives the same run, as far as chance is ours. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const faultSize = {
  seed: Number(FAULTS_SEED),
  random: randomFrom(Number(FAULTS_SEED)),
  /** How often a fault strikes: few times in `npm test`, more on demand. */
  rounds: (quick: number, full: number) => (FAULTS_SIZE === 'full' ? full : quick),
};
