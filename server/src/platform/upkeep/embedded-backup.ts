import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { Database, migrate, openEmbedded, storeFolder } from '../database/index.js';
import { BackupFolder, type Backup } from './backup-folder.js';
import { type Restored, settleRestored } from './settle-restored.js';
import { packStore, unpackStore } from './store-archive.js';

/**
 * Keeps the open store's present state, as PostgreSQL's own base backup does: the files are copied while the store goes
 * on, and the log of meanwhile makes them whole. The store waits for a checkpoint only, at the start.
 */
export async function backUpEmbedded(database: Database, dataDir: string): Promise<Backup> {
  if (database.connections.kind !== 'embedded') throw new Error('only the embedded store is copied');
  const store = storeFolder(dataDir);
  return new BackupFolder(dataDir).keep('tar.gz', async (path) => {
    const first = await beginBackup(database);
    let ended = false;
    const end = async () => {
      ended = true;
      return { first, ...(await endBackup(database)) };
    };
    try {
      await packStore({ store, path }, end);
    } finally {
      // A backup that was begun is ended whatever became of it, else the next one cannot begin.
      if (!ended) await endBackup(database);
      await database.drizzle.execute(letLogGo);
    }
  });
}

/** As long as it stands, the store keeps the log from there on, whatever it checkpoints meanwhile. */
const keepLog = sql`select pg_create_physical_replication_slot('hub_backup', true, true)`;
const letLogGo = sql`select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = 'hub_backup'`;

/** From here on the log can mend any page. Answers the log's first file that is needed. */
async function beginBackup(database: Database): Promise<string> {
  await database.drizzle.execute(letLogGo);
  await database.drizzle.execute(keepLog);
  const [begun] = await database.rows<{ first: string }>(sql`select pg_walfile_name(pg_backup_start('hub', true)) as first`);
  if (!begun) throw new Error('the store did not begin a backup');
  return begun.first;
}

async function endBackup(database: Database): Promise<{ label: string; last: string }> {
  const [ended] = await database.rows<{ label: string; last: string }>(
    sql`select labelfile as label, pg_walfile_name(lsn) as last from pg_backup_stop(false)`,
  );
  if (!ended) throw new Error('the store did not end its backup');
  return ended;
}

/**
 * Puts the store of a backup in the place of the present one, which stays beside it as `store.replaced`. Only for
 * the holder of the folder's lock. A death on the way leaves the old store or the new one, never a mixture.
 */
export async function restoreEmbedded(dataDir: string, backup: string): Promise<Restored> {
  const store = storeFolder(dataDir);
  const [coming, replaced] = [join(dataDir, 'store.coming'), join(dataDir, 'store.replaced')];
  await rm(coming, { recursive: true, force: true });
  const restored = await loadInto(coming, backup);
  await rm(replaced, { recursive: true, force: true });
  await rename(store, replaced).catch(unlessAbsent);
  await rename(coming, store);
  return restored;
}

async function loadInto(folder: string, backup: string): Promise<Restored> {
  await unpackStore(backup, folder);
  const database = new Database(await openEmbedded({ dataDir: folder }));
  try {
    await migrate(database);
    return await settleRestored(database);
  } finally {
    await database.close();
  }
}

function unlessAbsent(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
