import { setTimeout as sleep } from 'node:timers/promises';
import { StartRefused } from '../start-refused.js';
import type { Database } from './database.js';
import { isStoreAway } from './sql-error.js';

/** Stores and hubs are started together, and often on a machine that has just been started itself. */
export const startPatienceMs = 30_000;
const lookEachMs = 250;
/** A try that hangs is given up for another one. */
const tryMs = 5_000;

/**
 * Waits at a start until the store answers: a PostgreSQL that is just starting, or too busy to let us in
 * within one try, is no reason to end. Refuses the start, with the reason, when it does not come in time.
 */
export async function reach(database: Pick<Database, 'ping'>, patienceMs: number): Promise<void> {
  for (const deadline = Date.now() + patienceMs; ; await sleep(lookEachMs)) {
    try {
      return await database.ping(Math.min(tryMs, Math.max(lookEachMs, deadline - Date.now())));
    } catch (error) {
      if (Date.now() >= deadline) throw new StartRefused(`PostgreSQL does not answer: ${reasonOf(error)}`);
    }
  }
}

/** Does again what a start needs of the store while nobody is there to do it: many nodes that start at once wait for each other's connections. */
export async function whenReached<T>(work: () => Promise<T>, patienceMs = startPatienceMs): Promise<T> {
  for (const deadline = Date.now() + patienceMs; ; await sleep(lookEachMs)) {
    try {
      return await work();
    } catch (error) {
      if (!isStoreAway(error) || Date.now() >= deadline) throw error;
    }
  }
}

/** The driver's own words: what wraps them only repeats the statement. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as Error;
  return cause instanceof Error ? reasonOf(cause) : message;
}
