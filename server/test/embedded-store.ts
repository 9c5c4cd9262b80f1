import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { Database, migrate, openEmbedded, storeFolder } from '../src/platform/database/index.js';

/** The embedded store of a data folder, migrated. A new one begins as a copy of the run's template, which is quicker made. */
export async function embeddedStoreIn(folder: string): Promise<Database> {
  const template = process.env['TEST_STORE_TEMPLATE'];
  if (template && !existsSync(storeFolder(folder))) await cp(storeFolder(template), storeFolder(folder), { recursive: true });
  const database = new Database(await openEmbedded({ dataDir: storeFolder(folder) }));
  await migrate(database);
  return database;
}
