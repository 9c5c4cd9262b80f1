import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { bob, said, StoredLog } from '../../../test/stored-log.js';

const store = StoredLog.forFile();

describe('E2: the append function', () => {
  test('numbers a batch without holes, with times that never fall', async () => {
    const topic = await store.aRoom();
    const all = [];
    for (let i = 0; i < 5; i++)
      all.push(
        ...(await store.log.append(
          Array.from({ length: 100 }, () => said(topic)),
          0,
        )),
      );
    const ordered = all.toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
    expect(ordered.map(({ seq }) => seq)).toEqual(Array.from({ length: 500 }, (_, i) => i + 1));
    expect(ordered.every(({ at }, i) => i === 0 || at >= (ordered[i - 1]?.at ?? 0))).toBe(true);
  });

  test('answers a retry by what is kept', async () => {
    const topic = await store.aRoom();
    const message = said(topic, { text: 'first' });
    const first = await store.append(message);
    const again = await store.append({ ...said(topic, { id: message.id, text: 'second' }), modeVersion: 99 });
    expect(again).toMatchObject({ outcome: 'known', seq: first.seq, body: { message: { text: 'first' } } });
  });

  test('refuses an id of another author, and one’s own in another topic', async () => {
    const [here, there] = [await store.aRoom(), await store.aRoom()];
    const message = said(here);
    await store.append(message);
    expect(await store.outcomeOf({ ...message, author: bob })).toBe('taken');
    expect(await store.outcomeOf({ ...message, topic: there })).toBe('taken');
  });

  test('keeps a held item out of the log and answers its retry as held', async () => {
    const topic = await store.aRoom();
    const message = said(topic, { hold: 'review-first' });
    expect(await store.append(message)).toMatchObject({ outcome: 'held', seq: undefined });
    expect(await store.outcomeOf(message)).toBe('held');
    expect((await store.log.open(topic, 10))?.head.seq).toBe(0);
  });

  test('knows no topic that was not made', async () => {
    expect(await store.outcomeOf(said('room:nowhere'))).toBe('unknown');
  });

  test('lets nobody but priority into a closed topic', async () => {
    const topic = await store.aRoom({ closed: true });
    expect(await store.outcomeOf(said(topic))).toBe('closed');
    expect(await store.outcomeOf(said(topic, { priority: true, modeVersion: undefined }))).toBe('published');
  });

  test('sends back what was screened under another mode', async () => {
    const topic = await store.aRoom();
    await store.database.rows(sql`update topics set mode_version = 2 where topic = ${topic}`);
    expect(await store.outcomeOf(said(topic))).toBe('stale');
    expect(await store.outcomeOf(said(topic, { modeVersion: 2 }))).toBe('published');
  });

  test('sends back what was screened under other shields, and what names none', async () => {
    const topic = await store.aRoom();
    const message = said(topic);
    expect(await store.outcomeOf({ ...message, shieldVersion: 99 })).toBe('stale');
    expect(await store.outcomeOf({ ...message, shieldVersion: undefined })).toBe('stale');
    expect(await store.outcomeOf({ ...message, shieldVersion: 99, priority: true })).toBe('published');
  });

  test('keeps nothing of what the mode refuses, but answers its retry by what is kept, and asks again under another mode', async () => {
    const topic = await store.aRoom();
    const message = said(topic, { refuse: true });
    expect(await store.outcomeOf(message)).toBe('refused');
    expect(await store.outcomeOf({ ...message, modeVersion: 2 })).toBe('stale');
    expect((await store.log.open(topic, 10))?.head.seq).toBe(0);
    expect(await store.outcomeOf({ ...message, refuse: undefined })).toBe('published');
    expect(await store.outcomeOf(message)).toBe('known');
  });

  test('lets no word of an older shield be kept once a newer one is committed', async () => {
    const topic = await store.aRoom();
    const words = Promise.all(Array.from({ length: 50 }, () => store.outcomeOf(said(topic, { shieldVersion: 1 }))));
    const kept = await store.database.transaction(async (tx) => {
      const [next] = await store.database.rows<{ version: number }>(sql`select next_mode_version() as version`, tx);
      const [row] = await store.database.rows<{ seq: number }>(sql`select seq::float8 as seq from topics where topic = ${topic}`, tx);
      return { version: next?.version, seq: row?.seq };
    });
    const outcomes = await words;
    expect(outcomes.filter((outcome) => outcome === 'published')).toHaveLength(kept.seq ?? -1);
    expect(outcomes.filter((outcome) => outcome === 'stale')).toHaveLength(50 - (kept.seq ?? 0));
    expect(await store.outcomeOf(said(topic, { shieldVersion: kept.version }))).toBe('published');
    await store.database.rows(sql`update mode_head set version = 1`);
  });

  test('shows a fifth of the budget at once, and priority always', async () => {
    const topic = await store.aRoom();
    const crowd = await store.log.append(
      Array.from({ length: 50 }, () => said(topic)),
      20,
    );
    expect(crowd.filter(({ shown }) => shown)).toHaveLength(4);
    const staff = await store.log.append(
      Array.from({ length: 20 }, () => said(topic, { priority: true })),
      20,
    );
    expect(staff.every(({ shown }) => shown)).toBe(true);
  });

  test('shows everything where the budget is 0, and by a topic’s own budget before the default', async () => {
    const [free, own] = [await store.aRoom({ budget: 0 }), await store.aRoom({ budget: 10 })];
    expect(
      (
        await store.log.append(
          Array.from({ length: 50 }, () => said(free)),
          20,
        )
      ).every(({ shown }) => shown),
    ).toBe(true);
    expect(
      (
        await store.log.append(
          Array.from({ length: 50 }, () => said(own)),
          0,
        )
      ).filter(({ shown }) => shown),
    ).toHaveLength(2);
  });

  test('quotes what a reply answers, and drops the quote of what is not there', async () => {
    const topic = await store.aRoom();
    await store.append(said(topic, { text: 'a question' }));
    const reply = await store.append(said(topic, { replyTo: 1 }));
    expect(reply.body).toMatchObject({ message: { replyTo: { seq: 1, name: 'Ada', text: 'a question' } } });
    expect((await store.append(said(topic, { replyTo: 77 }))).body).not.toHaveProperty('message.replyTo');
  });
});

test('E2: eight connections that write the same ids in opposite orders keep each once, without a hole', async () => {
  if (store.isEmbedded) return expect(store.database.lanes).toBe(1);
  const topics = [await store.aRoom(), await store.aRoom()] as const;
  const items = Array.from({ length: 300 }, (_, i) => said(topics[i % 2] as string));
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    const order = writer % 2 ? items : items.toReversed();
    for (let i = 0; i < order.length; i += 30) await store.log.append(order.slice(i, i + 30), 0);
  });
  await Promise.all(writers);
  for (const topic of topics) {
    const rows = (await store.log.after(topic, 0, 1_000))?.rows ?? [];
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 150 }, (_, i) => i + 1));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(150);
  }
});
