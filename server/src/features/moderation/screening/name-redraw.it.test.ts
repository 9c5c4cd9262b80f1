import type { Entry, Message, Snapshot } from '@yunhui/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cookieFrom, posted } from '../../../../test/http-hub.js';
import { type ModerationHub, type Staff, startModerationHub } from '../../../../test/moderation-hub.js';
import type { Guest } from '../../../../test/a-hub.js';

let hub: ModerationHub;
let staff: Staff;
let viewer: Guest;
const room = 'room:guilin';
const soon = { timeout: 5_000, interval: 20 };
beforeAll(async () => {
  hub = await startModerationHub({ RATE_LIMITS: 'off' });
  staff = await hub.signIn('moderator');
  viewer = await hub.aGuest('看客');
  viewer.client.follow(room, () => undefined);
}, 120_000);
afterAll(() => hub[Symbol.asyncDispose]());

/** A guest who can take another name: with the cookie they are known by. */
async function aPerson(name: string) {
  const guests = `${hub.url}/api/v1/guests`;
  const answer = await fetch(guests, posted({ displayName: name }, { origin: hub.url }));
  let cookie = cookieFrom(answer);
  const { ticket, user } = (await answer.json()) as { ticket: string; user: { id: string } };
  return {
    id: user.id,
    client: hub.clientWith(ticket),
    goBy: async (next: string): Promise<string> => {
      const renamed = await fetch(guests, posted({ displayName: next }, { cookie, origin: hub.url }));
      expect(renamed.status).toBe(201);
      cookie = cookieFrom(renamed);
      return ((await renamed.json()) as { ticket: string }).ticket;
    },
  };
}
const messagesIn = (entries: readonly Entry[]): Message[] =>
  entries.flatMap((entry) => ('message' in entry && 'text' in (entry.message as object) ? (entry.message as Message) : []));
const namesOf = (entries: readonly Entry[], text: string): string[] =>
  messagesIn(entries).flatMap((message) => (message.text === text ? message.author.name : []));
const historyOf = async (topic: string): Promise<Entry[]> =>
  ((await (await hub.get(`/api/v1/topics/${topic}/messages?limit=200`)).json()) as { items: Entry[] }).items;
const snapshotOf = async (topic: string): Promise<Snapshot> =>
  (await (await hub.get(`/api/v1/topics/${topic}/snapshot`)).json()) as Snapshot;
const seenBy = ({ client }: Pick<Guest, 'client'>, text: string) => namesOf(client.viewOf(room).entries, text);

/** Somebody has said something, and everybody has it. */
async function said(person: { client: Guest['client'] }, text: string, replyTo?: number): Promise<number> {
  const id = person.client.send({ topic: room, kind: 'chat', text, ...(replyTo !== undefined && { replyTo }) });
  const mine = () => viewer.client.viewOf(room).entries.find((entry) => 'message' in entry && (entry.message as Message).id === id);
  await expect.poll(mine, soon).toBeDefined();
  return mine()?.seq ?? 0;
}

describe('a name that has changed', () => {
  test('is redrawn on open pages, in snapshots, in history and in quotes of what was said before', async () => {
    const person = await aPerson('小舟');
    const seq = await said(person, '今晚的月食几点开始');
    await said(viewer, '九点一刻，记得抬头看', seq);
    expect(seenBy(viewer, '今晚的月食几点开始')).toEqual(['小舟']);
    await person.goBy('阿舟');
    await expect.poll(() => seenBy(viewer, '今晚的月食几点开始'), soon).toEqual(['阿舟']);
    const quotes = (entries: readonly Entry[]) => messagesIn(entries).flatMap(({ replyTo }) => (replyTo?.seq === seq ? replyTo.name : []));
    expect(quotes(viewer.client.viewOf(room).entries)).toEqual(['阿舟']);
    const history = await historyOf(room);
    expect(namesOf(history, '今晚的月食几点开始')).toEqual(['阿舟']);
    expect(quotes(history)).toEqual(['阿舟']);
    const { entries } = await snapshotOf(room);
    expect(namesOf(entries, '今晚的月食几点开始')).toEqual(['阿舟']);
    expect(quotes(entries)).toEqual(['阿舟']);
    expect((await historyOf(room)).filter(({ kind }) => kind === 'author.renamed')).toMatchObject([{ author: person.id, name: '阿舟' }]);
  });

  test('is the one under which a held message appears when it passes, and the queue names its author by it', async () => {
    const person = await aPerson('小河');
    await hub.setMode('room:wuzhou', { reviewFirst: true });
    const item = await hub.aHold(staff, 'room:wuzhou', '望远镜能借出来吗', { ...person, ticket: '' });
    await person.goBy('大河');
    const now = (await (await staff.get(`moderation/holds?ids=${item.id}`)).json()) as { items: { author: { name: string } }[] };
    expect(now.items[0]?.author.name).toBe('大河');
    await staff.send('POST', `moderation/holds/${item.id}/verdict`, { version: item.version, verdict: 'passed' });
    expect(namesOf(await historyOf('room:wuzhou'), '望远镜能借出来吗')).toEqual(['大河']);
  });

  test('a second time is the present one everywhere, and what is said under it has it', async () => {
    const person = await aPerson('一号');
    await said(person, '第一句话是这样的');
    await person.goBy('二号');
    const client = hub.clientWith(await person.goBy('三号'));
    await said({ client }, '第二句话换了名字');
    const names = async () =>
      [await historyOf(room), viewer.client.viewOf(room).entries].map((entries) => [
        ...namesOf(entries, '第一句话是这样的'),
        ...namesOf(entries, '第二句话换了名字'),
      ]);
    await expect.poll(names, soon).toEqual([
      ['三号', '三号'],
      ['三号', '三号'],
    ]);
  });

  test('that does not pass screening stands nowhere', async () => {
    const person = await aPerson('山风');
    await said(person, '山里的星空最清楚');
    await person.goBy('加微信领课件');
    await said(viewer, '等一句别的话过去');
    expect(seenBy(viewer, '山里的星空最清楚')).toEqual(['山风']);
    expect(namesOf(await historyOf(room), '山里的星空最清楚')).toEqual(['山风']);
  });

  test('of who is muted stands nowhere either', async () => {
    const person = await aPerson('海风');
    await said(person, '海边也能看到银河吗');
    const mute = { id: crypto.randomUUID(), kind: 'mute', user: person.id, scope: 'CN', rule: 'flame', durationMs: 600_000 };
    const placed = await staff.send('POST', 'moderation/sanctions', mute);
    expect(placed.ok).toBe(true);
    await person.goBy('海啸');
    await said(viewer, '再等一句别的话过去');
    expect(namesOf(await historyOf(room), '海边也能看到银河吗')).toEqual(['海风']);
  });
});
