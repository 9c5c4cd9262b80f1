import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { ownRedis } from '../../../test/own-redis.js';
import { aDatabase, aPlatform, jobsBut, standInFor } from '../../../test/platform-app.js';
import type { FactName } from '../../catalog/facts.js';
import type { Database } from '../database/index.js';
import { QueueModule } from '../queue/index.js';
import { type Fact, Facts, FactsModule, OnFact } from './index.js';

const soon = { timeout: 20_000, interval: 20 };
const name: FactName = 'stream.health-changed';

@Injectable()
class Listener {
  heard: Fact[] = [];
  failures = 0;

  @OnFact(name)
  async hear(fact: Fact): Promise<void> {
    if (this.failures-- > 0) throw new Error('not this time');
    this.heard.push(fact);
  }
}

@Injectable()
class OtherListener {
  heard: Fact[] = [];

  @OnFact(name)
  async hear(fact: Fact): Promise<void> {
    this.heard.push(fact);
  }
}

async function stores() {
  const [own, store] = await Promise.all([ownRedis(), aDatabase()]);
  const end = async () => void (await Promise.all([own[Symbol.asyncDispose](), store[Symbol.asyncDispose]()]));
  return { own, database: store.database, [Symbol.asyncDispose]: end };
}

type Stores = Awaited<ReturnType<typeof stores>>;

/** A process that tells and hears, on stores of its own or on given ones. */
async function theFacts(PROCESS: 'web' | 'all' = 'all', given?: Stores) {
  const { own, database, ...place } = given ?? (await stores());
  const providers = [Listener, OtherListener, standInFor(...jobsBut('facts.deliver', 'facts.prune'))];
  const platform = await aPlatform({ imports: [QueueModule, FactsModule], providers, own, database, PROCESS });
  const facts = platform.get(Facts);
  return {
    own,
    database,
    facts,
    listener: platform.get(Listener),
    other: platform.get(OtherListener),
    tell: (key: string) => database.transaction((tx) => facts.record(tx, { name, key, version: 1 })),
    [Symbol.asyncDispose]: async () => {
      await platform.close();
      if (!given) await place[Symbol.asyncDispose]();
    },
  };
}

const keysOf = (heard: Fact[]) => heard.map(({ key }) => key).toSorted();
const pendingIn = async (database: Database) =>
  (await database.rows(sql`select key from facts where pending <> '{}' order by key`)).map(({ key }) => key);

describe('a fact', () => {
  test('is heard by everybody who listens, and by nobody twice without a crash', async () => {
    await using hub = await theFacts();
    await hub.tell('a');
    await hub.tell('b');
    await expect.poll(() => keysOf(hub.listener.heard), soon).toEqual(['a', 'b']);
    await expect.poll(() => keysOf(hub.other.heard), soon).toEqual(['a', 'b']);
    await expect.poll(() => pendingIn(hub.database), soon).toEqual([]);
    expect(hub.listener.heard[0]).toMatchObject({ name, key: 'a', version: 1 });
  });

  test('of a transaction that failed is never heard', async () => {
    await using hub = await theFacts();
    const failed = hub.database.transaction(async (tx) => {
      await hub.facts.record(tx, { name, key: 'gone', version: 1 });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    await hub.tell('kept');
    await expect.poll(() => keysOf(hub.listener.heard), soon).toEqual(['kept']);
  });

  test('left out by a death between commit and job is found by the sweep', async () => {
    await using hub = await theFacts();
    // what such a death leaves: the row, and no job
    await hub.database.drizzle.execute(sql`
      insert into facts (name, key, version, pending) values (${name}, 'left', 1, array['Listener.hear', 'OtherListener.hear'])`);
    await expect.poll(() => keysOf(hub.listener.heard), soon).toEqual(['left']);
    await expect.poll(() => keysOf(hub.other.heard), soon).toEqual(['left']);
  });

  test('told while Redis is away is heard when it is back', async () => {
    await using hub = await theFacts();
    await hub.own.server.kill();
    await expect.poll(() => hub.own.redis.healthy, soon).toBe(false);
    await hub.tell('a');
    expect(await pendingIn(hub.database)).toEqual(['a']);
    await hub.own.server.start();
    await expect.poll(() => keysOf(hub.listener.heard), soon).toEqual(['a']);
  });

  test('whose job Redis has lost is heard all the same', async () => {
    await using place = await stores();
    {
      await using web = await theFacts('web', place); // adds jobs, does none
      await web.tell('lost');
    }
    await place.own.redis.client.flushAll();
    await using hub = await theFacts('all', place);
    await expect.poll(() => keysOf(hub.listener.heard), soon).toEqual(['lost']);
  });

  test('whose handler failed is told to it again, and to nobody else', async () => {
    await using hub = await theFacts();
    hub.listener.failures = 1;
    await hub.tell('a');
    await expect.poll(() => keysOf(hub.listener.heard), soon).toEqual(['a']);
    expect(keysOf(hub.other.heard)).toEqual(['a']);
  });
});
