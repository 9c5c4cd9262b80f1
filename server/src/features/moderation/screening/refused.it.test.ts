import { AppealPage, QueuePage } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ModerationHub, type Staff, startModerationHub } from '../../../../test/moderation-hub.js';
import { Database } from '../../../platform/database/index.js';

let hub: ModerationHub;
let moderator: Staff;
beforeAll(async () => {
  hub = await startModerationHub({ RATE_LIMITS: 'off' });
  moderator = await hub.signIn('moderator');
  await moderator.send('POST', 'moderation/lists/terms', { id: 'own-mute', term: '当街骂人', category: 'flame', level: 3, action: 'mute' });
}, 120_000);
afterAll(() => hub[Symbol.asyncDispose]());

const room = 'room:guangxi';
const rows = <R extends object>(statement: ReturnType<typeof sql>) => hub.app.get(Database, { strict: false }).rows<R>(statement);
const history = async (): Promise<string> => (await hub.get(`/api/v1/topics/${room}/messages?limit=200`)).text();

/** A person who speaks over HTTP, and what the hub answers. */
async function aSpeaker() {
  const { ticket, id } = await hub.aGuest('小满');
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json', authorization: `Ticket ${ticket}` };
    const answer = await fetch(`${hub.url}/api/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  return {
    id,
    say: (text: string, message: string = crypto.randomUUID()) => post(`topics/${room}/messages`, { id: message, kind: 'chat', text }),
    appeal: (message: string) => post('appeals', { of: { kind: 'message', id: message }, words: '我只是在举例' }),
  };
}

describe('a message that screening refuses while it is sent', () => {
  test('is seen by nobody, and refused again though the lists have changed meanwhile', async () => {
    const speaker = await aSpeaker();
    await moderator.send('POST', 'moderation/lists/terms', {
      id: 'own-1',
      term: '昨日旧闻',
      category: 'rumour',
      level: 3,
      action: 'reject',
    });
    const id = crypto.randomUUID();
    const refused = { status: 422, body: { code: 'message.rejected', rule: 'rumour' } };
    expect(await speaker.say('这是昨日旧闻', id)).toMatchObject(refused);
    await moderator.send('DELETE', 'moderation/lists/terms/own-1');
    expect(await speaker.say('这是昨日旧闻', id)).toMatchObject(refused);
    expect(await speaker.say('这是昨日旧闻')).toMatchObject({ status: 200 });
    expect(await history()).not.toContain(id);
    const page = QueuePage.parse(await (await moderator.get('moderation/holds?scope=450000&filter=decided')).json());
    expect(page.items.map((item) => item.id)).not.toContain(id);
  });

  test('can be appealed against to a moderator, who has its words, and is published when they say so', async () => {
    const speaker = await aSpeaker();
    const id = crypto.randomUUID();
    await speaker.say('举个例子：有人在这里套现', id);
    expect((await speaker.appeal(id)).status).toBe(200);
    expect((await speaker.appeal(id)).status).toBe(409);
    const open = AppealPage.parse(await (await moderator.get('moderation/appeals')).json()).items.find(({ of }) => of.id === id);
    expect(open).toMatchObject({ what: 'rejected', texts: ['举个例子：有人在这里套现'], rule: 'fraud', yours: false });
    expect(open).not.toHaveProperty('decidedBy');
    const heard = { version: open?.version, verdict: 'overturned', reason: '确实是举例' };
    expect((await moderator.send('POST', `moderation/appeals/${open?.id}/verdict`, heard)).status).toBe(200);
    expect(await history()).toContain('举个例子：有人在这里套现');
  });

  test('is another’s to appeal against in no case', async () => {
    const [one, other] = [await aSpeaker(), await aSpeaker()];
    const id = crypto.randomUUID();
    await one.say('这里可以套现', id);
    expect((await other.appeal(id)).status).toBe(409);
    expect(await other.say('别的话', id)).toMatchObject({ body: { code: 'message.id-taken' } });
  });

  test('mutes its author once, however often it is tried again', async () => {
    const speaker = await aSpeaker();
    const id = crypto.randomUUID();
    expect(await speaker.say('你敢当街骂人', id)).toMatchObject({ body: { code: 'message.rejected', rule: 'flame' } });
    await speaker.say('你敢当街骂人', id);
    expect(await rows(sql`select strike from sanctions where user_id = ${speaker.id}::uuid`)).toEqual([{ strike: 1 }]);
  });

  test('because of the room’s mode is kept nowhere', async () => {
    await hub.setMode(room, { emojiOnly: true });
    const speaker = await aSpeaker();
    const id = crypto.randomUUID();
    expect((await speaker.say('不是表情的话', id)).status).toBeGreaterThanOrEqual(400);
    await hub.setMode(room, {});
    expect(await rows(sql`select 1 from holds where id = ${id}::uuid`)).toEqual([]);
    expect((await speaker.appeal(id)).status).toBe(409);
  });
});
