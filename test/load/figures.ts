/** The value below which the given share of all values lies; nothing was measured without values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** The same work each time: how quick this machine is just now, so that figures of two runs can be compared. */
export function calibrate(): number {
  const rounds = Array.from({ length: 5 }, () => {
    const began = performance.now();
    let hash = 1;
    for (let turn = 0; turn < 5_000_000; turn += 1) hash = (Math.imul(hash, 31) + turn) | 0;
    return hash === 0 ? 0 : performance.now() - began;
  });
  return round(median(rounds));
}

export function round(value: number, digits = 1): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
