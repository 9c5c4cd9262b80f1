import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { ada, bob, said, StoredLog } from '../../../test/stored-log.js';

const store = StoredLog.forFile();
const mineOf = async (topic: string) => (await store.holds.mine([{ author: ada, topic }]))[0];
const retract = (topic: string, numbers: number[], by = 'moderator', only: string | null = null) =>
  store.database.rows<{ seq: number; targets: number[] }>(
    sql`select seq, targets from retract_entries(${topic}, array(select jsonb_array_elements_text(${JSON.stringify(numbers)}::jsonb)::bigint), ${randomUUID()}::uuid, ${by}, ${bob}::uuid, ${only}::uuid)`,
  );

describe('E11: a hold', () => {
  test('passes once, with the number of that moment; the sender’s retry finds it published', async () => {
    const topic = await store.aRoom();
    const message = said(topic, { hold: 'review-first' });
    await store.append(message);
    await store.append(said(topic));
    const both = await Promise.all([
      store.holds.settle({ id: message.id, version: 1, verdict: 'passed' }),
      store.holds.settle({ id: message.id, version: 1, verdict: 'passed' }),
    ]);
    expect(both.filter((settled) => settled !== undefined)).toMatchObject([{ status: 'published', seq: 2 }]);
    expect(await store.outcomeOf(message)).toBe('known');
    expect(await mineOf(topic)).toMatchObject({ held: [], settled: [{ id: message.id, status: 'published', seq: 2 }] });
  });

  test('is shown whatever the budget when it passes', async () => {
    const topic = await store.aRoom({ budget: 5 });
    const message = said(topic, { hold: 'review-first' });
    await store.append(message);
    await store.log.append(
      Array.from({ length: 20 }, () => said(topic)),
      5,
    );
    await store.holds.settle({ id: message.id, version: 1, verdict: 'passed' });
    expect((await store.log.open(topic, 50))?.rows.at(-1)?.id).toBe(message.id);
  });

  test('that is rejected never gets a number, and a retry does not change that', async () => {
    const topic = await store.aRoom();
    const message = said(topic, { hold: 'review-first' });
    await store.append(message);
    await store.holds.settle({ id: message.id, version: 1, verdict: 'rejected', rule: 'rule-7' });
    expect(await store.outcomeOf(message)).toBe('rejected');
    expect((await store.log.open(topic, 10))?.head.seq).toBe(0);
    expect((await mineOf(topic))?.settled).toEqual([{ id: message.id, topic, status: 'rejected', rule: 'rule-7' }]);
  });

  test('does not bring back words it quotes that were retracted meanwhile', async () => {
    const topic = await store.aRoom();
    await store.append(said(topic, { text: 'hurtful' }));
    const reply = said(topic, { hold: 'review-first', replyTo: 1 });
    await store.append(reply);
    await retract(topic, [1]);
    const passed = await store.holds.settle({ id: reply.id, version: 1, verdict: 'passed' });
    expect(passed).toMatchObject({ status: 'published' });
    expect(JSON.stringify(passed)).not.toContain('hurtful');
  });

  test('with a delay is released in the order it was said', async () => {
    const topic = await store.aRoom();
    const [late, soon] = [said(topic, { hold: 'delayed', holdMs: 60_000 }), said(topic, { hold: 'delayed', holdMs: 0 })];
    await store.append(late);
    await store.append(soon);
    const second = said(topic, { hold: 'delayed', holdMs: 0 });
    await store.append(second);
    const released = (await store.holds.releaseDue()).filter((row) => row.topic === topic);
    expect(released.map(({ id, seq }) => [id, seq])).toEqual([
      [soon.id, 1],
      [second.id, 2],
    ]);
  });
});

describe('E12: a retraction in the store', () => {
  test('leaves place and id, no words, not even in a quote', async () => {
    const topic = await store.aRoom();
    await store.append(said(topic, { text: 'hurtful' }));
    await store.append(said(topic, { replyTo: 1 }));
    expect(await retract(topic, [1])).toMatchObject([{ seq: 3, targets: [1] }]);
    const kept = await store.log.open(topic, 10);
    expect(JSON.stringify(kept)).not.toContain('hurtful');
    expect(kept?.rows.map(({ seq, retracted }) => [seq, retracted])).toEqual([
      [1, true],
      [2, false],
      [3, false],
    ]);
    expect(await store.database.rows(sql`select body #>> '{message,text}' as words from evidence where topic = ${topic}`)).toEqual([
      { words: 'hurtful' },
    ]);
  });

  test('happens once', async () => {
    const topic = await store.aRoom();
    await store.append(said(topic));
    expect(await retract(topic, [1])).toHaveLength(1);
    expect(await retract(topic, [1])).toHaveLength(0);
  });

  test('by an author reaches only their own', async () => {
    const topic = await store.aRoom();
    await store.append(said(topic));
    expect(await retract(topic, [1], 'author', bob)).toHaveLength(0);
  });
});

test('E13: an epoch ends where the store knows fewer numbers than were shown', async () => {
  const topic = await store.aRoom();
  await store.append(said(topic));
  const before = (await store.log.open(topic, 1))?.head;
  await store.log.endEpoch(topic, before?.epoch ?? '', 10);
  const after = (await store.log.open(topic, 1))?.head;
  expect(after?.epoch).not.toBe(before?.epoch);
  expect(after?.seq).toBe(1_010);
});
