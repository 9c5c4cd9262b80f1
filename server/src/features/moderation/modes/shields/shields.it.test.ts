import { randomUUID } from 'node:crypto';
import type { Shield, ShieldList, ShieldMode, TopicModeStanding } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type ModeratedHub, startModeratedHub } from '../../../../../test/moderated-hub.js';
import { Database } from '../../../../platform/database/index.js';
import { TopicStates } from '../../../../platform/realtime/index.js';
import { Redis } from '../../../../platform/redis/index.js';

let hub: ModeratedHub;
let moderator: string;
let guest: string;
beforeAll(async () => {
  hub = await startModeratedHub();
  [moderator, guest] = await Promise.all([hub.signIn('moderator'), hub.aGuest()]);
}, 60_000);
afterAll(() => hub[Symbol.asyncDispose]());
afterEach(async () => {
  for (const { scope } of (await list()).items) await lift(scope);
});

const soon = { timeout: 3_000, interval: 50 };
const guangxi = 'room:guangxi';
const beijing = 'room:beijing';
const raise = (scope: string, mode: ShieldMode, rest: { minutes?: number } = {}, cookie = moderator) =>
  hub.as(cookie, 'POST', 'moderation/shields', { scope, mode, reason: '演练', ...rest });
const lift = (scope: string, cookie = moderator) => hub.as(cookie, 'DELETE', `moderation/shields/${scope}`);
const list = async (cookie = moderator) => (await hub.as(cookie, 'GET', 'moderation/shields')).body as ShieldList;
const modeIn = async (topic: string) => (await hub.snapshotOf(topic)).state['mode'];
const modeLines = async (topic: string) => (await hub.snapshotOf(topic)).entries.filter(({ kind }) => kind === 'mode').length;

/** A shield as another node would raise it, whose word is lost on the way. */
const raiseUnheard = (scope: string, mode: ShieldMode) =>
  hub.app.get(Database).transaction(async (tx) => {
    const database = hub.app.get(Database);
    const [head] = await database.rows<{ version: number }>(sql`select next_mode_version() as version`, tx);
    await database.rows(
      sql`insert into shields (scope, version, mode, reason, raised_by, raised_at)
        values (${scope}, ${head?.version ?? 0}::int, ${JSON.stringify(mode)}::jsonb, '演练', ${randomUUID()}::uuid, now())
        on conflict (scope) do update set version = excluded.version, mode = excluded.mode`,
      tx,
    );
  });

describe('a shield', () => {
  test('is over all rooms of its region from the next word on, until it is lifted, and over no others', async () => {
    expect(await raise('450000', { closed: true })).toMatchObject({ status: 201, body: { scope: '450000', by: { name: '示例审核员' } } });
    expect(await hub.say(guest, guangxi, '护盾之下')).toMatchObject({ code: 'topic.closed' });
    expect(await hub.say(guest, beijing, '别处')).toMatchObject({ status: 'published' });
    await lift('450000');
    expect(await hub.say(guest, guangxi, '护盾之后')).toMatchObject({ status: 'published' });
  });

  test('over the country is over every room', async () => {
    await raise('cn', { emojiOnly: true });
    for (const topic of [guangxi, beijing]) expect(await hub.say(guest, topic, '文字')).toMatchObject({ code: 'topic.emoji-only' });
  });

  test('holds for the very next word on a node that has not heard of it', async () => {
    await hub.say(guest, guangxi, '之前');
    await raiseUnheard('450000', { staffOnly: true });
    expect(await hub.say(guest, guangxi, '之后')).toMatchObject({ code: 'topic.staff-only' });
  });

  test('is told to who is there and to who comes, within the two-second look where its word was lost', async () => {
    await hub.snapshotOf(guangxi);
    await raiseUnheard('450000', { reviewFirst: true });
    await expect.poll(() => modeIn(guangxi), { timeout: 4_000, interval: 50 }).toEqual({ reviewFirst: true });
  });

  test('is told to a room that nobody held meanwhile, and one whose state was lost', async () => {
    await raise('510000', { slowModeMs: 9_000 });
    await expect.poll(() => modeIn('room:sichuan'), soon).toEqual({ slowModeMs: 9_000 });
    await hub.app.get(Redis).client.flushDb();
    const states = hub.app.get(TopicStates);
    await states.put('room:sichuan', [{ key: 'anything', version: 1, value: 1 }]);
    expect((await states.read('room:sichuan'))?.values.get('mode')?.value).toEqual({ slowModeMs: 9_000 });
  });

  test('makes a room stricter and never looser', async () => {
    await hub.as(moderator, 'PUT', `topics/${guangxi}/mode`, { mode: { slowModeMs: 30_000, links: 'on' } });
    await raise('450000', { slowModeMs: 5_000, links: 'off' });
    const { body } = await hub.as(moderator, 'GET', `topics/${guangxi}/mode`);
    expect(body).toMatchObject({
      own: { slowModeMs: 30_000, links: 'on' },
      room: { slowModeMs: 30_000 },
      because: [{ kind: 'shield', scope: '450000', reason: '演练' }],
    });
    expect((body as TopicModeStanding).room.links).toBeUndefined();
    await hub.as(moderator, 'PUT', `topics/${guangxi}/mode`, { mode: {} });
  });

  test('is one entry in a room where somebody listens, with words, and one more when it is lifted', async () => {
    await using listener = await hub.listener(guangxi);
    const before = await modeLines(guangxi);
    await raise('450000', { closed: true });
    await expect.poll(() => modeLines(guangxi), soon).toBe(before + 1);
    const heard = () => listener.entries().findLast(({ kind }) => kind === 'mode');
    await expect.poll(heard, soon).toMatchObject({ closed: true, fallback: '这里暂时不能发言' });
    await raise('110000', { closed: true });
    await lift('450000');
    await expect.poll(() => modeLines(guangxi), soon).toBe(before + 2);
  });

  test('ends by itself when its time is over', async () => {
    await raise('450000', { closed: true }, { minutes: 10 });
    const { items } = await list();
    expect(Date.parse(items[0]?.until ?? '') - Date.parse(items[0]?.at ?? '')).toBe(600_000);
    await hub.app.get(Database).rows(sql`update shields set until = clock_timestamp() where scope = '450000'`);
    await expect.poll(async () => (await list()).items, soon).toEqual([]);
    await expect.poll(async () => (await hub.say(guest, guangxi, '又能说了')).status, soon).toBe('published');
  });

  test('and its lifting are audited, and one that is not there cannot be lifted', async () => {
    const [raised, lifted] = [await hub.acts('shield.raised', 'scope:620000'), await hub.acts('shield.lifted', 'scope:620000')];
    await raise('620000', { links: 'off' });
    await lift('620000');
    expect([await hub.acts('shield.raised', 'scope:620000'), await hub.acts('shield.lifted', 'scope:620000')]).toEqual([
      raised + 1,
      lifted + 1,
    ]);
    expect(await lift('620000')).toMatchObject({ status: 404, body: { code: 'shield.unknown' } });
  });
});

test('words that are under way when a shield is raised are kept before it or not at all', async () => {
  const messages = async () => {
    const [row] = await hub.app
      .get(Database)
      .rows<{ count: number }>(sql`select count(*)::int as count from topic_entries where topic = ${beijing} and kind = 'message'`);
    return row?.count ?? 0;
  };
  const talking = Array.from({ length: 400 }, async (_, index) => {
    await new Promise((resolve) => setTimeout(resolve, index * 3));
    return hub.say(guest, beijing, `第 ${index} 句`);
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { status } = await raise('110000', { closed: true });
  const kept = await messages();
  const answers = await Promise.all(talking);
  expect(status).toBe(201);
  expect(await messages()).toBe(kept);
  const published = answers.filter((answer) => answer.status === 'published').length;
  expect(published).toBeGreaterThan(0);
  expect(answers.filter(({ code }) => code === 'topic.closed')).toHaveLength(400 - published);
});

test('a shield raised at one node is in effect at another for its next word, and on its viewers’ screens within a second', async () => {
  await using node = await hub.anotherNode();
  if (!node) return; // one process is all of an embedded hub
  const there = async (path: string, init?: RequestInit) => (await fetch(`${node.address}/api/v1/topics/${guangxi}/${path}`, init)).json();
  const say = (text: string) =>
    there('messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Ticket ${guest}` },
      body: JSON.stringify({ id: randomUUID(), kind: 'chat', text }),
    });
  expect(await say('之前')).toMatchObject({ status: 'published' });
  await using listener = await hub.listener(guangxi, node.address);
  await raise('450000', { closed: true });
  expect(await say('之后')).toMatchObject({ code: 'topic.closed' });
  await expect.poll(() => listener.state()['mode'], { timeout: 3_000, interval: 20 }).toEqual({ closed: true });
  const lines = () => listener.entries().filter(({ kind }) => kind === 'mode').length;
  await expect.poll(async () => (await modeLines(guangxi)) - lines(), soon).toBe(0);
});

describe('a moderator', () => {
  test('of a province raises shields there and below, and lifts no wider one', async () => {
    const cookie = await hub.anAccount({ role: 'moderator', region: '510000' });
    expect((await raise('510100', { links: 'off' }, {}, cookie)).status).toBe(201);
    expect(await raise('450000', { links: 'off' }, {}, cookie)).toMatchObject({ status: 403, body: { code: 'access.refused' } });
    await raise('CN', { newGuestsHeld: true });
    expect(await lift('CN', cookie)).toMatchObject({ status: 403, body: { code: 'access.refused' } });
    await raise('450000', { links: 'off' });
    expect((await list(cookie)).items.map(({ scope }: Shield) => scope)).toEqual(['510100', 'CN']);
  });

  test.each(['host', 'reviewer', 'operator'])('a %s is none', async (login) => {
    const cookie = await hub.signIn(login);
    expect(await raise('450000', { closed: true }, {}, cookie)).toMatchObject({ status: 403, body: { code: 'access.refused' } });
  });

  test.each([
    [{ scope: 'nowhere', mode: { closed: true }, reason: 'x' }, 'region.unknown'],
    [{ scope: 'CN', mode: {}, reason: 'x' }, 'request.malformed'],
    [{ scope: 'CN', mode: { links: 'on' }, reason: 'x' }, 'request.malformed'],
    [{ scope: 'CN', mode: { closed: true }, reason: ' ' }, 'request.malformed'],
  ])('who asks for %j is refused: %s', async (body, code) => {
    expect((await hub.as(moderator, 'POST', 'moderation/shields', body)).body).toMatchObject({ code });
  });
});
