import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import type { StoreAnswer, StoreRequest } from './pglite-protocol.js';
import type { SqlProblem } from './sql-error.js';
import type { StoreOrigin } from './store-worker.js';

// PGlite runs on the thread that calls it, so the hub's embedded store lives here and answers by messages.

const asText = (value: string) => value;
/** Numbers as node-postgres gives them to Drizzle: times as text, bigint as number. */
const parsers = { 20: Number, 1082: asText, 1083: asText, 1114: asText, 1184: asText, 1186: asText, 1700: asText };

const port = parentPort;
if (!port) throw new Error('pglite-worker runs as a worker thread');
const say = (answer: StoreAnswer) => port.postMessage(answer);

function problemOf(error: unknown): SqlProblem {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message, code, constraint, detail } = error as Error & SqlProblem;
  return { message, code, constraint, detail };
}

/**
 * A checkpoint writes whatever the buffers hold that is not in the files yet, and everybody waits: the system's own cache of
 * files stands behind them, so a quarter of the usual buffers costs reading little. Whoever analyses a table reads 3,000
 * rows of it instead of 30,000: on a log of 25,000 rows the store stood still for 200 ms, and now for 20.
 */
const shortWaits = ['-c', 'shared_buffers=32MB', '-c', 'default_statistics_target=10'];

/** PGlite asks this thread's `Date` for the time, and nothing else runs here: every time that the store writes or compares is shifted alike. */
function setClockAhead(aheadMs: number): void {
  const machineNow = Date.now;
  Date.now = () => machineNow() + aheadMs;
}

async function answer(store: PGlite, request: StoreRequest): Promise<void> {
  try {
    switch (request.kind) {
      case 'query': {
        const result = await store.query(request.text, request.params, { rowMode: request.rowMode, parsers });
        const rowCount = result.affectedRows || result.rows.length;
        say({ kind: 'done', id: request.id, rows: { rows: result.rows, fields: result.fields, rowCount } });
        return;
      }
      case 'close':
        await store.close();
        say({ kind: 'done', id: request.id });
        return;
    }
  } catch (error) {
    say({ kind: 'failed', id: request.id, problem: problemOf(error) });
  }
}

const { dataDir, clockAheadMs = 0 } = workerData as StoreOrigin;
if (clockAheadMs !== 0) setClockAhead(clockAheadMs);
try {
  const store = await PGlite.create({ dataDir, startParams: [...PGlite.defaultStartParams, ...shortWaits] });
  port.on('message', (request: StoreRequest) => void answer(store, request));
  say({ kind: 'ready' });
} catch (error) {
  say({ kind: 'broken', problem: problemOf(error) });
}
