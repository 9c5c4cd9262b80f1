import { randomUUID } from 'node:crypto';
import { startStores } from '@yunhui/testkit';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadConfig } from '../../config.js';
import { Database, migrate, openEmbedded, openPostgres, storeFolder } from '../database/index.js';
import { HoldsRepository } from './holds.repository.js';
import { LogRepository } from './log.repository.js';
import type { AppendItem } from './log.types.js';

let stores: Awaited<ReturnType<typeof startStores>>;
let database: Database;
let log: LogRepository;
let holds: HoldsRepository;
const ada = randomUUID();
const bob = randomUUID();

beforeAll(async () => {
  stores = await startStores();
  const { DATABASE_URL } = loadConfig(stores.env);
  database = new Database(
    DATABASE_URL ? await openPostgres(DATABASE_URL, () => undefined) : await openEmbedded({ dataDir: storeFolder(stores.env.DATA_DIR) }),
  );
  await migrate(database);
  log = new LogRepository(database);
  holds = new HoldsRepository(database);
}, 60_000);

afterAll(async () => {
  await database.close();
  await stores[Symbol.asyncDispose]();
});

const mineOf = async (topic: string) => (await holds.mine([{ author: ada, topic }]))[0];

let rooms = 0;
async function aRoom(mode: object = {}): Promise<string> {
  const topic = `room:r${++rooms}`;
  await database.rows(sql`insert into topics (topic, mode) values (${topic}, ${JSON.stringify(mode)}::jsonb)`);
  return topic;
}
const said = (topic: string, changes: Partial<AppendItem> & { text?: string; replyTo?: number } = {}): AppendItem => {
  const { text = 'hello', replyTo, ...rest } = changes;
  const id = rest.id ?? randomUUID();
  const message = { id, kind: 'chat', text, author: { id: ada, name: 'Ada' }, ...(replyTo && { replyTo: { seq: replyTo } }) };
  return { id, topic, author: ada, kind: 'message', body: { message }, modeVersion: 1, shieldVersion: 1, ...rest };
};
const append = async (item: AppendItem, budget = 0) => {
  const [appended] = await log.append([item], budget);
  if (!appended) throw new Error('nothing was answered');
  return appended;
};
const outcomeOf = async (item: AppendItem) => (await append(item)).outcome;

const retract = (topic: string, numbers: number[], by = 'moderator', only: string | null = null) =>
  database.rows<{ seq: number; targets: number[] }>(
    sql`select seq, targets from retract_entries(${topic}, array(select jsonb_array_elements_text(${JSON.stringify(numbers)}::jsonb)::bigint), ${randomUUID()}::uuid, ${by}, ${bob}::uuid, ${only}::uuid)`,
  );

describe('E2: the append function', () => {
  test('numbers a batch without holes, with times that never fall', async () => {
    const topic = await aRoom();
    const all = [];
    for (let i = 0; i < 5; i++)
      all.push(
        ...(await log.append(
          Array.from({ length: 100 }, () => said(topic)),
          0,
        )),
      );
    const ordered = all.toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
    expect(ordered.map(({ seq }) => seq)).toEqual(Array.from({ length: 500 }, (_, i) => i + 1));
    expect(ordered.every(({ at }, i) => i === 0 || at >= (ordered[i - 1]?.at ?? 0))).toBe(true);
  });

  test('answers a retry by what is kept', async () => {
    const topic = await aRoom();
    const message = said(topic, { text: 'first' });
    const first = await append(message);
    const again = await append({ ...said(topic, { id: message.id, text: 'second' }), modeVersion: 99 });
    expect(again).toMatchObject({ outcome: 'known', seq: first.seq, body: { message: { text: 'first' } } });
  });

  test('refuses an id of another author, and one’s own in another topic', async () => {
    const [here, there] = [await aRoom(), await aRoom()];
    const message = said(here);
    await append(message);
    expect(await outcomeOf({ ...message, author: bob })).toBe('taken');
    expect(await outcomeOf({ ...message, topic: there })).toBe('taken');
  });

  test('keeps a held item out of the log and answers its retry as held', async () => {
    const topic = await aRoom();
    const message = said(topic, { hold: 'review-first' });
    expect(await append(message)).toMatchObject({ outcome: 'held', seq: undefined });
    expect(await outcomeOf(message)).toBe('held');
    expect((await log.open(topic, 10))?.head.seq).toBe(0);
  });

  test('knows no topic that was not made', async () => {
    expect(await outcomeOf(said('room:nowhere'))).toBe('unknown');
  });

  test('lets nobody but priority into a closed topic', async () => {
    const topic = await aRoom({ closed: true });
    expect(await outcomeOf(said(topic))).toBe('closed');
    expect(await outcomeOf(said(topic, { priority: true, modeVersion: undefined }))).toBe('published');
  });

  test('sends back what was screened under another mode', async () => {
    const topic = await aRoom();
    await database.rows(sql`update topics set mode_version = 2 where topic = ${topic}`);
    expect(await outcomeOf(said(topic))).toBe('stale');
    expect(await outcomeOf(said(topic, { modeVersion: 2 }))).toBe('published');
  });

  test('sends back what was screened under other shields, and what names none', async () => {
    const topic = await aRoom();
    const message = said(topic);
    expect(await outcomeOf({ ...message, shieldVersion: 99 })).toBe('stale');
    expect(await outcomeOf({ ...message, shieldVersion: undefined })).toBe('stale');
    expect(await outcomeOf({ ...message, shieldVersion: 99, priority: true })).toBe('published');
  });

  test('keeps nothing of what the mode refuses, but answers its retry by what is kept, and asks again under another mode', async () => {
    const topic = await aRoom();
    const message = said(topic, { refuse: true });
    expect(await outcomeOf(message)).toBe('refused');
    expect(await outcomeOf({ ...message, modeVersion: 2 })).toBe('stale');
    expect((await log.open(topic, 10))?.head.seq).toBe(0);
    expect(await outcomeOf({ ...message, refuse: undefined })).toBe('published');
    expect(await outcomeOf(message)).toBe('known');
  });

  test('lets no word of an older shield be kept once a newer one is committed', async () => {
    const topic = await aRoom();
    const words = Promise.all(Array.from({ length: 50 }, () => outcomeOf(said(topic, { shieldVersion: 1 }))));
    const kept = await database.transaction(async (tx) => {
      const [next] = await database.rows<{ version: number }>(sql`select next_mode_version() as version`, tx);
      const [row] = await database.rows<{ seq: number }>(sql`select seq::float8 as seq from topics where topic = ${topic}`, tx);
      return { version: next?.version, seq: row?.seq };
    });
    const outcomes = await words;
    expect(outcomes.filter((outcome) => outcome === 'published')).toHaveLength(kept.seq ?? -1);
    expect(outcomes.filter((outcome) => outcome === 'stale')).toHaveLength(50 - (kept.seq ?? 0));
    expect(await outcomeOf(said(topic, { shieldVersion: kept.version }))).toBe('published');
    await database.rows(sql`update mode_head set version = 1`);
  });

  test('shows a fifth of the budget at once, and priority always', async () => {
    const topic = await aRoom();
    const crowd = await log.append(
      Array.from({ length: 50 }, () => said(topic)),
      20,
    );
    expect(crowd.filter(({ shown }) => shown)).toHaveLength(4);
    const staff = await log.append(
      Array.from({ length: 20 }, () => said(topic, { priority: true })),
      20,
    );
    expect(staff.every(({ shown }) => shown)).toBe(true);
  });

  test('shows everything where the budget is 0, and by a topic’s own budget before the default', async () => {
    const [free, own] = [await aRoom({ budget: 0 }), await aRoom({ budget: 10 })];
    expect(
      (
        await log.append(
          Array.from({ length: 50 }, () => said(free)),
          20,
        )
      ).every(({ shown }) => shown),
    ).toBe(true);
    expect(
      (
        await log.append(
          Array.from({ length: 50 }, () => said(own)),
          0,
        )
      ).filter(({ shown }) => shown),
    ).toHaveLength(2);
  });

  test('quotes what a reply answers, and drops the quote of what is not there', async () => {
    const topic = await aRoom();
    await append(said(topic, { text: 'a question' }));
    const reply = await append(said(topic, { replyTo: 1 }));
    expect(reply.body).toMatchObject({ message: { replyTo: { seq: 1, name: 'Ada', text: 'a question' } } });
    expect((await append(said(topic, { replyTo: 77 }))).body).not.toHaveProperty('message.replyTo');
  });
});

describe('E11: a hold', () => {
  test('passes once, with the number of that moment; the sender’s retry finds it published', async () => {
    const topic = await aRoom();
    const message = said(topic, { hold: 'review-first' });
    await append(message);
    await append(said(topic));
    const both = await Promise.all([
      holds.settle({ id: message.id, version: 1, verdict: 'passed' }),
      holds.settle({ id: message.id, version: 1, verdict: 'passed' }),
    ]);
    expect(both.filter((settled) => settled !== undefined)).toMatchObject([{ status: 'published', seq: 2 }]);
    expect(await outcomeOf(message)).toBe('known');
    expect(await mineOf(topic)).toMatchObject({ held: [], settled: [{ id: message.id, status: 'published', seq: 2 }] });
  });

  test('is shown whatever the budget when it passes', async () => {
    const topic = await aRoom({ budget: 5 });
    const message = said(topic, { hold: 'review-first' });
    await append(message);
    await log.append(
      Array.from({ length: 20 }, () => said(topic)),
      5,
    );
    await holds.settle({ id: message.id, version: 1, verdict: 'passed' });
    expect((await log.open(topic, 50))?.rows.at(-1)?.id).toBe(message.id);
  });

  test('that is rejected never gets a number, and a retry does not change that', async () => {
    const topic = await aRoom();
    const message = said(topic, { hold: 'review-first' });
    await append(message);
    await holds.settle({ id: message.id, version: 1, verdict: 'rejected', rule: 'rule-7' });
    expect(await outcomeOf(message)).toBe('rejected');
    expect((await log.open(topic, 10))?.head.seq).toBe(0);
    expect((await mineOf(topic))?.settled).toEqual([{ id: message.id, topic, status: 'rejected', rule: 'rule-7' }]);
  });

  test('does not bring back words it quotes that were retracted meanwhile', async () => {
    const topic = await aRoom();
    await append(said(topic, { text: 'hurtful' }));
    const reply = said(topic, { hold: 'review-first', replyTo: 1 });
    await append(reply);
    await retract(topic, [1]);
    const passed = await holds.settle({ id: reply.id, version: 1, verdict: 'passed' });
    expect(passed).toMatchObject({ status: 'published' });
    expect(JSON.stringify(passed)).not.toContain('hurtful');
  });

  test('with a delay is released in the order it was said', async () => {
    const topic = await aRoom();
    const [late, soon] = [said(topic, { hold: 'delayed', holdMs: 60_000 }), said(topic, { hold: 'delayed', holdMs: 0 })];
    await append(late);
    await append(soon);
    const second = said(topic, { hold: 'delayed', holdMs: 0 });
    await append(second);
    const released = (await holds.releaseDue()).filter((row) => row.topic === topic);
    expect(released.map(({ id, seq }) => [id, seq])).toEqual([
      [soon.id, 1],
      [second.id, 2],
    ]);
  });
});

describe('E12: a retraction in the store', () => {
  test('leaves place and id, no words, not even in a quote', async () => {
    const topic = await aRoom();
    await append(said(topic, { text: 'hurtful' }));
    await append(said(topic, { replyTo: 1 }));
    expect(await retract(topic, [1])).toMatchObject([{ seq: 3, targets: [1] }]);
    const kept = await log.open(topic, 10);
    expect(JSON.stringify(kept)).not.toContain('hurtful');
    expect(kept?.rows.map(({ seq, retracted }) => [seq, retracted])).toEqual([
      [1, true],
      [2, false],
      [3, false],
    ]);
    expect(await database.rows(sql`select body #>> '{message,text}' as words from evidence where topic = ${topic}`)).toEqual([
      { words: 'hurtful' },
    ]);
  });

  test('happens once', async () => {
    const topic = await aRoom();
    await append(said(topic));
    expect(await retract(topic, [1])).toHaveLength(1);
    expect(await retract(topic, [1])).toHaveLength(0);
  });

  test('by an author reaches only their own', async () => {
    const topic = await aRoom();
    await append(said(topic));
    expect(await retract(topic, [1], 'author', bob)).toHaveLength(0);
  });
});

test('E13: an epoch ends where the store knows fewer numbers than were shown', async () => {
  const topic = await aRoom();
  await append(said(topic));
  const before = (await log.open(topic, 1))?.head;
  await log.endEpoch(topic, before?.epoch ?? '', 10);
  const after = (await log.open(topic, 1))?.head;
  expect(after?.epoch).not.toBe(before?.epoch);
  expect(after?.seq).toBe(1_010);
});

test('E2: eight connections that write the same ids in opposite orders keep each once, without a hole', async () => {
  if (stores.embedded) return expect(database.lanes).toBe(1);
  const topics = [await aRoom(), await aRoom()] as const;
  const items = Array.from({ length: 300 }, (_, i) => said(topics[i % 2] as string));
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    const order = writer % 2 ? items : items.toReversed();
    for (let i = 0; i < order.length; i += 30) await log.append(order.slice(i, i + 30), 0);
  });
  await Promise.all(writers);
  for (const topic of topics) {
    const rows = (await log.after(topic, 0, 1_000))?.rows ?? [];
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 150 }, (_, i) => i + 1));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(150);
  }
});
