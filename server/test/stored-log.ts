import { randomUUID } from 'node:crypto';
import { startStores } from '@yunhui/testkit';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll } from 'vitest';
import { loadConfig } from '../src/config.js';
import { Database, migrate, openEmbedded, openPostgres, storeFolder } from '../src/platform/database/index.js';
import { HoldsRepository } from '../src/platform/realtime/holds.repository.js';
import { LogRepository } from '../src/platform/realtime/log.repository.js';
import type { AppendItem } from '../src/platform/realtime/log.types.js';

type Opened = { stores: Awaited<ReturnType<typeof startStores>>; database: Database; log: LogRepository; holds: HoldsRepository };

export const ada = randomUUID();
export const bob = randomUUID();

/** The log alone on the stores of this run, for the tests of one file: no hub around it. */
export class StoredLog {
  #opened: Opened | undefined;
  #rooms = 0;

  /** To be called where a file begins. */
  static forFile(): StoredLog {
    const store = new StoredLog();
    beforeAll(() => store.open(), 60_000);
    afterAll(() => store.close());
    return store;
  }

  get database(): Database {
    return this.opened.database;
  }

  get log(): LogRepository {
    return this.opened.log;
  }

  get holds(): HoldsRepository {
    return this.opened.holds;
  }

  get isEmbedded(): boolean {
    return this.opened.stores.embedded;
  }

  async aRoom(mode: object = {}): Promise<string> {
    const topic = `room:r${++this.#rooms}`;
    await this.database.rows(sql`insert into topics (topic, mode) values (${topic}, ${JSON.stringify(mode)}::jsonb)`);
    return topic;
  }

  async append(item: AppendItem, budget = 0) {
    const [appended] = await this.log.append([item], budget);
    if (!appended) throw new Error('nothing was answered');
    return appended;
  }

  async outcomeOf(item: AppendItem) {
    return (await this.append(item)).outcome;
  }

  private get opened(): Opened {
    if (!this.#opened) throw new Error('the stores are not open');
    return this.#opened;
  }

  private async open(): Promise<void> {
    const stores = await startStores();
    const { DATABASE_URL } = loadConfig(stores.env);
    const database = new Database(
      DATABASE_URL ? await openPostgres(DATABASE_URL, () => undefined) : await openEmbedded({ dataDir: storeFolder(stores.env.DATA_DIR) }),
    );
    await migrate(database);
    this.#opened = { stores, database, log: new LogRepository(database), holds: new HoldsRepository(database) };
  }

  private async close(): Promise<void> {
    await this.#opened?.database.close();
    await this.#opened?.stores[Symbol.asyncDispose]();
  }
}

/** Something that Ada says, unless it is said otherwise. */
export function said(topic: string, changes: Partial<AppendItem> & { text?: string; replyTo?: number } = {}): AppendItem {
  const { text = 'hello', replyTo, ...rest } = changes;
  const id = rest.id ?? randomUUID();
  const message = { id, kind: 'chat', text, author: { id: ada, name: 'Ada' }, ...(replyTo && { replyTo: { seq: replyTo } }) };
  return { id, topic, author: ada, kind: 'message', body: { message }, modeVersion: 1, shieldVersion: 1, ...rest };
}
