import { HoldContext, QueueFigures, QueueNotes, QueueRooms, Transparency } from '@yunhui/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ModerationHub, type Staff, startModerationHub } from '../../../../../test/moderation-hub.js';

let hub: ModerationHub;
let national: Staff;
let guangxi: Staff;
beforeAll(async () => {
  hub = await startModerationHub({ RATE_LIMITS: 'off' });
  national = await hub.signIn('moderator');
  guangxi = await hub.aStaff('小韦', { role: 'moderator', region: '450000' });
  for (const topic of ['room:guangxi', 'room:sichuan']) await hub.setMode(topic, { reviewFirst: true });
}, 120_000);
afterAll(() => hub[Symbol.asyncDispose]());

const soon = { timeout: 5_000, interval: 50 };
const decide = (id: string, verdict: object) => national.send('POST', `moderation/holds/${id}/verdict`, { version: 1, ...verdict });
const figures = async (staff: Staff, scope: string) =>
  QueueFigures.parse(await (await staff.get(`moderation/figures?scope=${scope}`)).json());

describe('beside an item', () => {
  test('stand the room around it, what became of its author’s words before, and the names they had', async () => {
    const before = await hub.aHold(national, 'room:guangxi', '先前的话');
    await decide(before.id, { verdict: 'passed' });
    const refused = await hub.aHold(national, 'room:guangxi', '先前被拒的话', before.by);
    await decide(refused.id, { verdict: 'rejected', rule: 'ad' });
    const item = await hub.aHold(national, 'room:guangxi', '现在的话', before.by);
    const context = HoldContext.parse(await (await national.get(`moderation/holds/${item.id}/context`)).json());
    expect(context.around.map(({ text, state }) => [text, state])).toEqual([
      ['先前的话', 'published'],
      ['先前被拒的话', 'rejected'],
      ['现在的话', 'held'],
    ]);
    expect(context.author).toMatchObject({ kind: 'guest', trust: 0, published: 1, retracted: 0 });
    expect(context.author.verdicts).toMatchObject([
      { text: '先前被拒的话', verdict: 'rejected', rule: 'ad', by: { name: '示例审核员' } },
      { text: '先前的话', verdict: 'passed' },
    ]);
    expect(await (await national.get(`moderation/holds/${crypto.randomUUID()}/context`)).json()).toMatchObject({ code: 'hold.unknown' });
  });

  test('stand notes about its author, and those of the watch stand apart', async () => {
    const item = await hub.aHold(national, 'room:guangxi', '有备注的人');
    const written = await national.send('POST', 'moderation/notes?scope=450000', { text: '第二次了', author: item.author.id });
    expect(written.status).toBe(201);
    await guangxi.send('POST', 'moderation/notes?scope=450000', { text: '晚班注意桂林的房间' });
    const context = HoldContext.parse(await (await guangxi.get(`moderation/holds/${item.id}/context`)).json());
    expect(context.author.notes).toMatchObject([{ text: '第二次了', by: { name: '示例审核员' } }]);
    const watch = QueueNotes.parse(await (await national.get('moderation/notes?scope=cn')).json());
    expect(watch.items.map(({ text }) => text)).toEqual(['晚班注意桂林的房间']);
  });

  test.each([
    ['moderation/notes?scope=510000', { text: '别处' }, 403],
    ['moderation/notes?scope=nowhere', { text: '哪里' }, 404],
    ['moderation/notes?scope=450000', { text: '' }, 400],
    ['moderation/notes?scope=450000', { text: 'x', author: 'somebody' }, 400],
  ])('no note is written at %s with %j', async (path, body, status) => {
    expect((await guangxi.send('POST', path, body)).status).toBe(status);
  });
});

test('rooms stand by what waits in them, and only those of the scope', async () => {
  await hub.aHold(national, 'room:sichuan', '想要的加微信');
  const { items } = QueueRooms.parse(await (await national.get('moderation/rooms')).json());
  expect(items[0]).toMatchObject({ topic: 'room:sichuan', channel: { slug: 'sichuan' }, region: { key: '510000' }, held: 1, high: 0 });
  expect(items[0]?.risk).toBeGreaterThan(200);
  expect(items.map(({ risk }) => risk)).toEqual(items.map(({ risk }) => risk).toSorted((a, b) => b - a));
  const own = QueueRooms.parse(await (await guangxi.get('moderation/rooms')).json());
  expect(own.items.map(({ topic }) => topic)).toContain('room:guilin');
  expect(own.items.map(({ topic }) => topic)).not.toContain('room:sichuan');
});

describe('the figures', () => {
  test('count verdicts, collisions, what was taken back, and how right each rule was', async () => {
    const was = await figures(national, '510000');
    const right = await hub.aHold(national, 'room:sichuan', '快来加微信领');
    const wrong = await hub.aHold(national, 'room:sichuan', '加微信是什么意思');
    await decide(right.id, { verdict: 'rejected', rule: 'diversion' });
    await decide(right.id, { verdict: 'passed' });
    await decide(wrong.id, { verdict: 'passed' });
    await national.send('POST', `moderation/holds/${wrong.id}/undo`, { version: 2 });
    const now = await figures(national, '510000');
    expect(now.collisions - was.collisions).toBe(1);
    expect(now.decided.undone - was.decided.undone).toBe(1);
    expect(now.decided.rejected - was.decided.rejected).toBe(1);
    expect(now.decided.passed).toBe(was.decided.passed);
    expect(now.verdictTimes.p50Ms).toBeGreaterThan(0);
    expect(now.mine).toMatchObject({ decided: now.moderators[0]?.decided });
    const [found] = right.findings;
    expect(now.rules.find(({ rule }) => rule === found?.rule)).toMatchObject({ category: 'diversion', decided: 1, rejected: 1 });
    await expect.poll(async () => (await figures(national, '510000')).exposure.retracted, soon).toBe(was.exposure.retracted + 1);
  });

  test('are of one’s own regions only, and for everybody without names', async () => {
    expect((await guangxi.get('moderation/figures?scope=510000')).status).toBe(403);
    const item = await hub.aHold(national, 'room:guangxi', '不合适的话');
    await decide(item.id, { verdict: 'rejected', rule: 'off-topic' });
    const answer = await fetch(`${hub.url}/api/v1/moderation/transparency`);
    const open = Transparency.parse(await answer.json());
    expect(answer.headers.get('etag')).not.toBeNull();
    const { held } = await figures(national, 'cn');
    expect(held).toBeGreaterThan(0);
    expect(open.held).toBeGreaterThanOrEqual(held + open.passed + open.rejected + open.expired);
    expect(open.published).toBeGreaterThan(0);
    expect(open.rules.map(({ rule }) => rule)).toContain('off-topic');
    expect(JSON.stringify(open)).not.toContain('审核员');
  });

  test('of what waits are at /metrics', async () => {
    const text = await (await fetch(`${hub.url}/metrics`)).text();
    expect(text).toMatch(/^hub_holds_waiting [1-9]/m);
    expect(text).toMatch(/^hub_holds_oldest_seconds [0-9.]+/m);
    expect(text).toMatch(/^hub_screened_total\{verdict="hold"\} [1-9]/m);
  });
});
