const [second, minute, hour] = [1_000, 60_000, 3_600_000];

/** The waits between tries at somebody else's server: eight tries in a day and nine hours, so that it may be away over a night. */
export const waitsMs = [5 * second, minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 24 * hour] as const;

/**
 * How long to wait after so many tries in vain; nothing after the last. `lot`, from 0 to 1, lets up to a fifth more pass, so
 * that what failed together does not come back together.
 */
export function waitAfter(attempts: number, lot: number): number | undefined {
  const wait = waitsMs[attempts - 1];
  return wait === undefined ? undefined : Math.round(wait * (1 + lot / 5));
}
