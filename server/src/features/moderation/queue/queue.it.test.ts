import type { QueueItem, QueuePage } from '@yunhui/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decide, itemFrom, listed, type ModeratedQueue, startModeratedQueue } from '../../../../test/moderated-queue.js';

let hub: ModeratedQueue;
let national: ModeratedQueue['national'];
let guangxi: ModeratedQueue['guangxi'];
beforeAll(async () => {
  hub = await startModeratedQueue();
  ({ national, guangxi } = hub);
}, 120_000);
afterAll(() => hub[Symbol.asyncDispose]());

const soon = { timeout: 5_000, interval: 20 };

describe('a held message in the queue', () => {
  test('says where, who, why and what its place is made of', async () => {
    const item = await hub.aHold(national, 'room:guangxi', '这个怎么加微信聊');
    expect(item).toMatchObject({
      topic: 'room:guangxi',
      channel: { slug: 'guangxi' },
      region: { key: '450000' },
      scope: '450000',
      state: 'held',
      level: 2,
      risk: 'medium',
      author: { name: '小满', kind: 'guest', trust: 0 },
    });
    expect(item.findings).toContainEqual(expect.objectContaining({ category: 'diversion', action: 'hold' }));
    const { level, viewers, age, total } = item.score;
    expect(level).toBe(200);
    expect(total).toBeCloseTo(level + viewers + age, 6);
    const [finding] = item.findings;
    expect(item.text.slice(finding?.start, finding?.end)).toContain('加微信');
  });

  test('of a county stands in its province’s queue, and whoever looks after another province does not see it', async () => {
    const [near, far] = [await hub.aHold(national, 'room:wuzhou', '近处的话'), await hub.aHold(national, 'room:sichuan', '远处的话')];
    expect(near.scope).toBe('450000');
    const seen = (await listed(guangxi, 'scope=450000')).items.map(({ id }) => id);
    expect(seen).toContain(near.id);
    expect(seen).not.toContain(far.id);
    expect((await guangxi.get('moderation/holds?scope=510000')).status).toBe(403);
    expect((await guangxi.get('moderation/holds?scope=cn')).status).toBe(403);
    expect((await listed(guangxi, `ids=${far.id}`)).items).toEqual([]);
    expect((await decide(guangxi, far, { verdict: 'passed' })).status).toBe(403);
    expect((await guangxi.get(`moderation/holds/${far.id}/context`)).status).toBe(403);
    const town = (await listed(guangxi, 'scope=450400')).items.map(({ id }) => id);
    expect(town).toContain(near.id);
    expect(town.every((id) => id !== far.id)).toBe(true);
  });

  test('is hinted at in its scope’s queue after it was kept, and after each act', async () => {
    const item = await hub.aHold(national, 'room:sichuan', '会有提示');
    await itemFrom(national.send('POST', `moderation/holds/${item.id}/claim`));
    await itemFrom(decide(national, item, { verdict: 'rejected' }));
    const hints = async () =>
      (await hub.entriesOf('queue:510000', national.cookie))
        .filter((entry) => 'id' in entry && entry.id === item.id)
        .map(({ kind }) => kind);
    await expect.poll(hints, soon).toEqual(['hold.settled', 'hold.claimed', 'hold.added']);
    expect((await fetch(`${hub.url}/api/v1/topics/queue:510000/messages`)).status).toBe(404);
  });

  test('is found by its words and by the name it was said under, and % means %', async () => {
    const item = await hub.aHold(national, 'room:guangxi', '百分之百 100% 的橘子');
    expect((await listed(national, 'scope=cn&q=100%25')).items.map(({ id }) => id)).toEqual([item.id]);
    expect((await listed(national, 'scope=cn&q=10%25%25')).items).toEqual([]);
    expect((await listed(national, `scope=cn&topic=room:guangxi&q=${encodeURIComponent('小满')}`)).items.map(({ id }) => id)).toContain(
      item.id,
    );
  });

  test.each(['cursor=nonsense', 'ids=1,2', 'filter=other', 'topic=nowhere', 'scope=nowhere'])('is not read with %s', async (query) => {
    const answer = await national.get(`moderation/holds?${query}`);
    expect([400, 404]).toContain(answer.status);
    expect(await answer.json()).toMatchObject({ code: expect.stringMatching(/^(cursor|request|region)\./) });
  });
});

test('pages follow each other in the queue’s order without one missing or twice', async () => {
  const room = 'room:guilin';
  await hub.setMode(room, { reviewFirst: true });
  const [ada, bob] = await Promise.all([hub.aGuest('甲'), hub.aGuest('乙')]);
  const texts = Array.from(
    { length: 60 },
    (_, i) => `第${i}句各不相同的话${'甲乙丙丁戊己庚辛'[i % 8]}${i * 7}${i % 9 === 0 ? ' 加微信' : ''}`,
  );
  for (const [i, text] of texts.entries()) (i % 2 ? ada : bob).client.send({ topic: room, kind: 'chat', text });
  await expect.poll(async () => (await listed(national, `scope=450300`)).counts?.all, { timeout: 10_000 }).toBeGreaterThan(40);
  const items: QueueItem[] = [];
  for (let next: string | undefined = ''; next !== undefined;) {
    const page: QueuePage = await listed(national, `scope=450300${next ? `&cursor=${next}` : ''}`);
    items.push(...page.items);
    next = page.next;
  }
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  const levels = items.map(({ level }) => level);
  expect(levels).toEqual(levels.toSorted((a, b) => b - a));
});
