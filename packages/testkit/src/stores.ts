import { cp } from 'node:fs/promises';
import { aFolder } from './places.js';
import { anEmptyDatabase } from './postgres.js';
import { type RedisServer, startRedis } from './redis.js';

/** Where a hub under test keeps its things. `env` goes into `loadConfig`, or into the environment of a spawned hub. */
export type Stores = AsyncDisposable & {
  readonly env: { DATA_DIR: string; DATABASE_URL?: string; REDIS_URL?: string };
  readonly embedded: boolean;
  /** Only beside PostgreSQL: an embedded hub has a private one. */
  readonly redis?: RedisServer;
};

/**
 * New, empty stores. The run decides which: with TEST_DATABASE_URL a database on that server and a
 * Redis (the production mode), else a folder for the embedded store, which is empty but for the tables. Every `*.it.test.ts` runs both ways.
 */
export async function startStores(): Promise<Stores> {
  const serverUrl = process.env['TEST_DATABASE_URL'];
  const folder = await aFolder();
  if (!serverUrl) {
    const template = process.env['TEST_STORE_TEMPLATE'];
    if (template) await cp(template, folder.path, { recursive: true });
    return { env: { DATA_DIR: folder.path }, embedded: true, [Symbol.asyncDispose]: folder[Symbol.asyncDispose] };
  }

  const [database, redis] = await Promise.all([anEmptyDatabase(serverUrl), startRedis()]);
  return {
    env: { DATA_DIR: folder.path, DATABASE_URL: database.url, REDIS_URL: redis.url },
    embedded: false,
    redis,
    [Symbol.asyncDispose]: async () => {
      await Promise.all([database[Symbol.asyncDispose](), redis[Symbol.asyncDispose]()]);
      await folder[Symbol.asyncDispose]();
    },
  };
}
