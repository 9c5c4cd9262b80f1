import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { Database, migrate, openEmbedded, storeFolder } from '../database/index.js';
import { BackupFolder, type Backup } from './backup-folder.js';
import { type Restored, settleRestored } from './settle-restored.js';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Keeps the open store's present state. The store waits while it is read, not while it is packed and written. */
export async function backUpEmbedded(database: Database, dataDir: string): Promise<Backup> {
  const { connections } = database;
  if (connections.kind !== 'embedded') throw new Error('only the embedded store is dumped');
  const tar = await connections.pool.dump();
  return new BackupFolder(dataDir).keep('tar.gz', async (path) => writeFile(path, await pack(tar, { level: 3 }), { mode: 0o600 }));
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
  const loadFrom = new Uint8Array(await unpack(await readFile(backup)));
  const database = new Database(await openEmbedded({ dataDir: folder, loadFrom }));
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
