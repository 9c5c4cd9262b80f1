import { randomUUID } from 'node:crypto';
import { Announced, SignedIn, type Snapshot } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { posted } from '../../../../test/http-hub.js';
import { night, outermost, type ProgrammeHub, startProgrammeHub } from '../../../../test/programme-hub.js';
import { Database } from '../../../platform/database/index.js';
import { TopicStates } from '../../../platform/realtime/index.js';
import { Redis } from '../../../platform/redis/index.js';

let hub: ProgrammeHub;
let guest: string;
beforeAll(async () => {
  hub = await startProgrammeHub(night);
  const answer = await hub.ask('/api/v1/guests', posted({ displayName: '小满' }));
  guest = SignedIn.parse(await answer.json()).ticket;
}, 60_000);
afterAll(() => hub[Symbol.asyncDispose]());

const soon = { timeout: 3_000, interval: 50 };
const guangxi = 'room:guangxi';
const nobodys = `hashtag:${outermost}:kehuan`;

const say = async (topic: string, text: string) => {
  const id = randomUUID();
  const request = posted({ id, kind: 'chat', text });
  const answer = await hub.ask(`/api/v1/topics/${topic}/messages`, {
    ...request,
    headers: { ...(request.headers as object), authorization: `Ticket ${guest}` },
  });
  return { id, seq: ((await answer.json()) as { seq: number }).seq };
};
const act = async (login: string, topic: string, path: string, body?: object) => {
  const cookie = await hub.signIn(login);
  const init = body ? posted(body, { cookie }) : { method: 'DELETE', headers: { cookie, origin: 'http://localhost' } };
  return hub.ask(`/api/v1/topics/${topic}/${path}`, init);
};
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code?: string }).code];
const snapshotOf = async (topic: string) => (await (await hub.ask(`/api/v1/topics/${topic}/snapshot`)).json()) as Snapshot;
const pinnedIn = async (topic: string) => (await snapshotOf(topic)).state['pinned'];
const lastIn = async (topic: string) => (await snapshotOf(topic)).entries.at(-1);

describe('an announcement', () => {
  test('is an entry under the name of who made it, and once for one id', async () => {
    const id = randomUUID();
    const announced = Announced.parse(await (await act('host', guangxi, 'announcements', { id, text: ' 三点开始提问 ' })).json());
    expect(await (await act('host', guangxi, 'announcements', { id, text: '三点开始提问' })).json()).toEqual(announced);
    expect(await lastIn(guangxi)).toMatchObject({
      kind: 'announcement',
      seq: announced.seq,
      text: '三点开始提问',
      fallback: '三点开始提问',
      author: { name: '示例主播', role: 'host' },
    });
    const rows = await hub.app.get(Database).rows(sql`select 1 from audit_entries where act = 'topic.announced'`);
    expect(rows).toHaveLength(1);
  });

  test.each([
    ['host', 'room:beijing', 403, 'access.refused'],
    ['host', nobodys, 403, 'access.refused'],
    ['host', 'room:no-such-room', 404, 'topic.unknown'],
    ['host', `lobby:${outermost}`, 409, 'topic.closed'],
  ])('of the %s in %s is refused: %i %s', async (login, topic, status, code) => {
    expect(await codeOf(await act(login, topic, 'announcements', { text: '听我说' }))).toEqual([status, code]);
  });

  test('needs words, and somebody', async () => {
    expect(await codeOf(await act('moderator', guangxi, 'announcements', { text: '  ' }))).toEqual([400, 'message.empty']);
    expect(await codeOf(await hub.ask(`/api/v1/topics/${guangxi}/announcements`, posted({ text: '听我说' })))).toEqual([
      401,
      'ticket.missing',
    ]);
  });
});

describe('a pin', () => {
  test('is seen by who comes later, is replaced by a second one, and can be taken away', async () => {
    const [first, second] = [await say(guangxi, '先看这里'), await say(guangxi, '再看这里')];
    expect((await act('moderator', guangxi, 'pins', { seq: first.seq })).status).toBe(200);
    await expect.poll(() => pinnedIn(guangxi), soon).toMatchObject({ seq: first.seq, name: '小满', text: '先看这里' });
    expect(await lastIn(guangxi)).toMatchObject({ kind: 'pin', target: first.seq });
    expect(JSON.stringify(await lastIn(guangxi))).not.toContain('先看这里');

    await act('host', guangxi, 'pins', { seq: second.seq });
    await expect.poll(() => pinnedIn(guangxi), soon).toMatchObject({ seq: second.seq });
    await act('host', guangxi, `pins/${first.seq}`);
    expect(await pinnedIn(guangxi)).toMatchObject({ seq: second.seq });
    await act('host', guangxi, `pins/${second.seq}`);
    await expect.poll(() => pinnedIn(guangxi), soon).toBeUndefined();
    expect(await lastIn(guangxi)).toMatchObject({ kind: 'unpin', target: second.seq });
  });

  test('asked for twice is one entry', async () => {
    const { seq } = await say(guangxi, '一次就够');
    await act('host', guangxi, 'pins', { seq });
    const head = (await snapshotOf(guangxi)).seq;
    expect((await act('host', guangxi, 'pins', { seq })).status).toBe(200);
    expect((await snapshotOf(guangxi)).seq).toBe(head);
  });

  test('is of a message that is there', async () => {
    expect(await codeOf(await act('host', guangxi, 'pins', { seq: 99_999 }))).toEqual([404, 'message.unknown']);
  });

  test('ends with its message, whose words never come back', async () => {
    const { id, seq } = await say(nobodys, '说错了的话');
    await act('operator', nobodys, 'pins', { seq });
    await expect.poll(() => pinnedIn(nobodys), soon).toMatchObject({ seq });
    const taken = posted({ id });
    await hub.ask(`/api/v1/topics/${nobodys}/retractions`, {
      ...taken,
      headers: { ...(taken.headers as object), authorization: `Ticket ${guest}` },
    });
    await expect.poll(() => pinnedIn(nobodys), soon).toBeUndefined();
    await hub.app.get(Redis).client.flushDb();
    expect(await codeOf(await act('operator', nobodys, 'pins', { seq }))).toEqual([404, 'message.unknown']);
    expect(JSON.stringify(await snapshotOf(nobodys))).not.toContain('说错了的话');
  });

  test('of long words has their beginning, so that it fits a value of the state', async () => {
    const { seq } = await say(guangxi, '长'.repeat(480));
    await act('host', guangxi, 'pins', { seq });
    await expect.poll(async () => ((await pinnedIn(guangxi)) as { seq: number }).seq, soon).toBe(seq);
    expect(((await pinnedIn(guangxi)) as { text: string }).text).toMatch(/^长{100,}…$/);
  });

  test('comes back after Redis was emptied', async () => {
    const before = await pinnedIn(guangxi);
    expect(before).toBeDefined();
    await hub.app.get(Redis).client.flushDb();
    const states = hub.app.get(TopicStates);
    await states.put(guangxi, [{ key: 'anything', version: 1, value: 1 }]);
    expect((await states.read(guangxi))?.values.get('pinned')?.value).toEqual(before);
  });

  test('that is the first news of a topic is no less seen', async () => {
    const topic = `hashtag:${outermost}:xingkong`;
    const { seq } = await say(topic, '木星很亮');
    await act('moderator', topic, 'pins', { seq });
    await expect.poll(() => pinnedIn(topic), soon).toMatchObject({ seq });
  });
});
