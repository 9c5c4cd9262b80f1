const [second, minute, hour] = [1_000, 60_000, 3_600_000];

/** The waits between tries: eight of them in a day and nine hours, so that a receiver may be away over a night. */
export const waitsMs = [5 * second, minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 24 * hour] as const;

/** What becomes of a delivery after a try. `gone`: its receiver wants nothing any more. */
export type Outcome = { state: 'delivered' | 'dead' | 'gone' } | { state: 'waiting'; afterMs: number };

/**
 * A 2xx alone is an arrival; 410 says that nobody will ever be there (Standard Webhooks), and everything else may be over at
 * the next try. `lot`, from 0 to 1, lets up to a fifth more pass, so that what failed together does not come back together.
 */
export function outcomeOf(status: number | undefined, attempts: number, lot: number): Outcome {
  if (status !== undefined && status >= 200 && status < 300) return { state: 'delivered' };
  if (status === 410) return { state: 'gone' };
  const wait = waitsMs[attempts - 1];
  return wait === undefined ? { state: 'dead' } : { state: 'waiting', afterMs: Math.round(wait * (1 + lot / 5)) };
}

/** What is told of what is not public goes over https; on a machine of one's own it may do without. */
export function isPrivateWay(url: string, { loopbackAllowed }: { loopbackAllowed: boolean }): boolean {
  return loopbackAllowed || URL.parse(url)?.protocol === 'https:';
}
