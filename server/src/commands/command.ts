import { existsSync } from 'node:fs';
import { type Config, ConfigError, loadConfig } from '../config.js';
import { askHub, DataDir, holderOf, type HubRequest, socketPath } from '../platform/data-dir/index.js';
import { Database, migrate, openEmbedded, openPostgres, storeFolder } from '../platform/database/index.js';
import { StartRefused } from '../platform/start-refused.js';

/** What a command prints last, and whether it was well. */
export type Outcome = { line: string; failed?: boolean };

/** Runs a command to its one closing line. A refusal is a sentence; a fault shows its stack. */
export async function command(name: string, work: (config: Config, args: readonly string[]) => Promise<Outcome>): Promise<void> {
  try {
    const { line, failed = false } = await work(loadConfig(), process.argv.slice(2));
    process.stdout.write(`${name}: ${line}\n`);
    process.exit(failed ? 1 : 0);
  } catch (error) {
    const plain = error instanceof ConfigError || error instanceof StartRefused;
    process.stderr.write(`${name}: ${plain || !(error instanceof Error) ? String((error as Error).message) : error.stack}\n`);
    process.exit(1);
  }
}

/** Has the hub on this folder do it when one runs, for it alone can open the store; nothing when none does. */
export async function askRunningHub(config: Config, request: HubRequest): Promise<unknown> {
  if (!config.embedded || !existsSync(config.DATA_DIR)) return undefined;
  const socket = socketPath(config.DATA_DIR, 'hub.sock');
  return (await holderOf(socket)) ? askHub(socket, request) : undefined;
}

/** Holds the data folder for as long as `work` takes. */
export async function holding<Value>(config: Config, work: (dataDir: string) => Promise<Value>): Promise<Value> {
  const dataDir = await DataDir.take(config.DATA_DIR);
  try {
    return await work(dataDir.path);
  } finally {
    await dataDir.onApplicationShutdown();
  }
}

/** Opens the store as a hub would, for a command. */
export async function withStore<Value>(config: Config, work: (database: Database) => Promise<Value>): Promise<Value> {
  const url = config.DATABASE_URL;
  if (url) return using(new Database(await openPostgres(url, () => undefined)), work);
  return holding(config, async (dataDir) => {
    if (!existsSync(storeFolder(dataDir))) throw new StartRefused(`There is no store in ${config.DATA_DIR} yet`);
    return using(new Database(await openEmbedded({ dataDir: storeFolder(dataDir) })), work);
  });
}

async function using<Value>(database: Database, work: (database: Database) => Promise<Value>): Promise<Value> {
  try {
    await migrate(database);
    return await work(database);
  } finally {
    await database.close();
  }
}
