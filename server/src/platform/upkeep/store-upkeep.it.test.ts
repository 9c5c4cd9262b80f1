import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { aFolder } from '@yunhui/testkit';
import { describe, expect, test } from 'vitest';
import { embeddedStoreIn } from '../../../test/embedded-store.js';
import { loadConfig } from '../../config.js';
import { Clock } from '../clock.js';
import { askHub, DataDir } from '../data-dir/index.js';
import type { Database } from '../database/index.js';
import { StoreUpkeep } from './store-upkeep.js';

/** One life of a hub on the folder: started, given to `live`, stopped in Nest's order. */
async function aLife(folder: string, live: (database: Database, dataDir: DataDir) => Promise<unknown>): Promise<void> {
  const dataDir = await DataDir.take(folder);
  const database = await embeddedStoreIn(folder);
  const upkeep = new StoreUpkeep(database, new Clock(loadConfig({})), dataDir);
  upkeep.onApplicationBootstrap();
  await live(database, dataDir);
  upkeep.onModuleDestroy();
  await upkeep.beforeApplicationShutdown();
  await database.close();
  await dataDir.onApplicationShutdown();
}

const analysedTopics = async (database: Database) =>
  (
    await database.rows<{ n: number }>(
      sql`select coalesce(sum(reltuples)::int, 0) as n from pg_class where relname = 'topics' and reltuples >= 0`,
    )
  )[0]?.n;

describe.runIf(!process.env['TEST_DATABASE_URL'])('the embedded store', { timeout: 120_000 }, () => {
  test('is vacuumed at the start and backed up on stop', async () => {
    await using folder = await aFolder();
    await aLife(folder.path, (database) => database.drizzle.execute(sql`insert into topics (topic) values ('room:a'), ('room:b')`));
    expect(await readdir(join(folder.path, 'backups'))).toHaveLength(1);
    await aLife(folder.path, (database) => expect.poll(() => analysedTopics(database), { timeout: 20_000 }).toBe(2));
  });

  test('is backed up when a command asks, and once for two who ask at once', async () => {
    await using folder = await aFolder();
    await aLife(folder.path, async (_, dataDir) => {
      const socket = dataDir.socket('hub.sock');
      const [one, other] = await Promise.all([askHub(socket, 'backup'), askHub(socket, 'backup')]);
      expect(one).toEqual(other);
      expect(await readdir(join(folder.path, 'backups'))).toHaveLength(1);
    });
  });
});
