import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { migrate as migrateWithDrizzle } from 'drizzle-orm/node-postgres/migrator';
import type { Database } from './database.js';

const folder = fileURLToPath(new URL('../../../migrations', import.meta.url));
const lowestPostgres = 150_000;

/** Any number of processes may start at once on one PostgreSQL: one migrates, the others wait here and find it done. */
const migrationLock = 7_261_935;

/** Brings the store to this build's schema. Forward only; the same files for both stores. */
export async function migrate(database: Database): Promise<void> {
  if (database.connections.kind === 'embedded') return migrateWithDrizzle(database.drizzle, { migrationsFolder: folder });
  const [version] = await database.rows<{ number: number }>(sql`select current_setting('server_version_num')::int as number`);
  if ((version?.number ?? 0) < lowestPostgres) throw new Error('PostgreSQL 15 or newer is needed');
  const holder = await database.connections.pool.connect();
  try {
    await holder.query('select pg_advisory_lock($1)', [migrationLock]);
    await migrateWithDrizzle(database.drizzle, { migrationsFolder: folder });
  } finally {
    await holder.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    holder.release();
  }
}
