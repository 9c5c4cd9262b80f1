import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'drizzle-orm';
import { Database, migrate, openPostgres } from '../database/index.js';
import { nodesOf, Redis, type RedisAddress } from '../redis/index.js';
import { StartRefused } from '../start-refused.js';
import { BackupFolder, type Backup } from './backup-folder.js';
import { type Restored, settleRestored } from './settle-restored.js';

const run = promisify(execFile);

/** PostgreSQL's own tool, over one snapshot: the hub goes on meanwhile. */
export function backUpPostgres(url: string, dataDir: string): Promise<Backup> {
  return new BackupFolder(dataDir).keep('dump', (path) => withTool('pg_dump', url, ['--format=custom', '--no-owner', '--file', path]));
}

/** Puts a dump in the place of what is there, in one transaction, while no hub is connected; then has Redis forget the state of topics, which is of later. */
export async function restorePostgres(url: string, redisAddress: RedisAddress, backup: string): Promise<Restored> {
  await refuseWhileConnected(url);
  await withTool('pg_restore', url, ['--clean', '--if-exists', '--no-owner', '--single-transaction', '--exit-on-error', backup]);
  const restored = await onDatabase(url, async (database) => {
    await migrate(database);
    return settleRestored(database);
  });
  await forgetTopicState(redisAddress);
  return restored;
}

async function refuseWhileConnected(url: string): Promise<void> {
  const connected = await onDatabase(url, (database) =>
    database.rows(sql`
      select 1 from pg_stat_activity
      where datname = current_database() and application_name like 'yunhui%' and pid <> pg_backend_pid() limit 1`),
  );
  if (connected.length > 0) throw new StartRefused('A hub is connected to this database; stop every process of it before restoring');
}

async function onDatabase<Value>(url: string, work: (database: Database) => Promise<Value>): Promise<Value> {
  const database = new Database(await openPostgres(url, () => undefined));
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** State keys carry versions of rows that no longer are; nodes rebuild what they miss (architecture E7). */
async function forgetTopicState(address: RedisAddress): Promise<void> {
  const redis = await Redis.connect(address);
  try {
    for (const node of nodesOf(redis.client)) {
      for await (const keys of node?.scanIterator({ MATCH: 't:{*', COUNT: 500 }) ?? []) {
        for (const key of keys) await redis.client.unlink(key);
      }
    }
  } finally {
    await redis.beforeApplicationShutdown();
  }
}

/** The password goes into a file only we can read, not into the list of processes. */
async function withTool(tool: 'pg_dump' | 'pg_restore', url: string, args: string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'yunhui-'));
  const address = new URL(url);
  const passfile = join(folder, 'pass');
  await writeFile(passfile, `*:*:*:*:${decodeURIComponent(address.password).replaceAll(/[\\:]/g, '\\$&')}\n`, { mode: 0o600 });
  if (address.password) address.searchParams.set('passfile', passfile);
  address.password = '';
  try {
    await run(tool, ['--dbname', address.href, ...args]);
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string };
    if (code === 'ENOENT')
      throw new StartRefused(`${tool} is not on the PATH. Install PostgreSQL’s client (apt install postgresql-client)`);
    throw new StartRefused(`${tool} failed: ${stderr?.trim() || String(error)}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
