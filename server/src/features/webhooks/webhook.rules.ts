import { waitAfter } from '../../platform/retries.rules.js';

/** What becomes of a delivery after a try. `gone`: its receiver wants nothing any more. */
export type Outcome = { state: 'delivered' | 'dead' | 'gone' } | { state: 'waiting'; afterMs: number };

/**
 * A 2xx alone is an arrival; 410 says that nobody will ever be there (Standard Webhooks), and everything else may be over at
 * the next try. `lot`, from 0 to 1, is that of the wait.
 */
export function outcomeOf(status: number | undefined, attempts: number, lot: number): Outcome {
  if (status !== undefined && status >= 200 && status < 300) return { state: 'delivered' };
  if (status === 410) return { state: 'gone' };
  const afterMs = waitAfter(attempts, lot);
  return afterMs === undefined ? { state: 'dead' } : { state: 'waiting', afterMs };
}

/** What is told of what is not public goes over https; on a machine of one's own it may do without. */
export function isPrivateWay(url: string, { loopbackAllowed }: { loopbackAllowed: boolean }): boolean {
  return loopbackAllowed || URL.parse(url)?.protocol === 'https:';
}
