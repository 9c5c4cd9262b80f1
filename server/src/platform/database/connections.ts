import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Config } from '../../config.js';
import { PglitePool } from './pglite-pool.js';
import type { StoreOrigin } from './store-worker.js';

const bigint = 20;
pg.types.setTypeParser(bigint, Number);

/** One row of raw SQL. */
export type Row = Record<string, unknown>;
/** Runs one statement on a connection of its own. */
export type RunSql = (text: string, params: unknown[]) => Promise<{ rows: Row[] }>;

/** What is awaited on a new connection before its first append. */
export type FirstLook = () => Promise<void>;

/** Both stores' ways in: `pool` for Drizzle, `append` for the engine's lanes, which wait for nobody's list. */
export type Connections =
  | { kind: 'embedded'; pool: PglitePool; lanes: 1; append: RunSql; close(): Promise<void> }
  | { kind: 'postgres'; pool: pg.Pool; lanes: 4; append: RunSql; lookFirst(look: FirstLook): void; close(): Promise<void> };

/** The embedded store. Without a folder it is in memory, for tests. */
export async function openEmbedded(origin: StoreOrigin, onRestart?: () => void): Promise<Connections> {
  if (origin.dataDir) mkdirSync(origin.dataDir, { recursive: true });
  const pool = await PglitePool.open(origin, onRestart);
  const append: RunSql = async (text, params) => (await pool.urgent(text, params)) as { rows: Row[] };
  return { kind: 'embedded', pool, lanes: 1, append, close: () => pool.end() };
}

/**
 * PostgreSQL. Appends have their own four connections, so that no list can make a message wait;
 * a statement that takes 10 s is ended by the server rather than kept.
 */
export async function openPostgres(url: string, onProblem: (error: Error) => void): Promise<Connections> {
  const common = { connectionString: url, connectionTimeoutMillis: 2_000, keepAlive: true };
  // The server's own time-out ends a slow statement; ours ends one whose server went away without a word.
  const pool = new pg.Pool({ ...common, max: 10, statement_timeout: 10_000, query_timeout: 12_000, application_name: 'yunhui' });
  const appends = new pg.Pool({ ...common, max: 4, statement_timeout: 5_000, query_timeout: 6_000, application_name: 'yunhui-append' });
  for (const each of [pool, appends]) {
    // A connection that breaks, idle or lent, raises an event; without a listener it would end the process.
    each.on('error', onProblem);
    each.on('connect', (client) => client.on('error', onProblem));
  }
  let look: FirstLook = async () => undefined;
  const append = appendOn(appends, () => look());
  const close = async () => void (await Promise.all([pool.end(), appends.end()]));
  return { kind: 'postgres', pool, lanes: 4, append, lookFirst: (first) => void (look = first), close };
}

/**
 * Appends on whichever connection is free. What is at the end of a new one may have been put back to an older
 * state since the last, so it is looked at before anything is added to it. A connection that failed is not used again.
 */
function appendOn(appends: pg.Pool, look: FirstLook): RunSql {
  const looked = new WeakSet<pg.PoolClient>();
  return async (text, values) => {
    const client = await appends.connect();
    try {
      if (!looked.has(client)) await look();
      looked.add(client);
      const result = await client.query({ name: text, text, values });
      client.release();
      return result;
    } catch (error) {
      client.release(true);
      throw error;
    }
  };
}

/** The store that the settings name. The embedded one is as far ahead of the machine's time as its hub. */
export async function openConnections(config: Config, clockAheadMs: number, onProblem: (error: Error) => void): Promise<Connections> {
  if (config.DATABASE_URL) return openPostgres(config.DATABASE_URL, onProblem);
  const origin = { dataDir: storeFolder(config.DATA_DIR), clockAheadMs };
  return openEmbedded(origin, () => onProblem(new Error('the embedded store was started again')));
}

/** The embedded store's own folder inside DATA_DIR. */
export function storeFolder(dataDir: string): string {
  return join(dataDir, 'store');
}
