import { type Entry, HoldDecidedProblem, type QueueItem, QueueItem as Item, QueuePage, type SettledMessage } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ModerationHub, type Staff, startModerationHub } from '../../../../test/moderation-hub.js';
import { Database } from '../../../platform/database/index.js';
import { HoldUpkeep } from './verdicts/hold-upkeep.js';

let hub: ModerationHub;
let national: Staff;
let colleague: Staff;
let guangxi: Staff;
beforeAll(async () => {
  hub = await startModerationHub({ RATE_LIMITS: 'off' });
  national = await hub.signIn('moderator');
  colleague = await hub.aStaff('小周', { role: 'moderator', region: 'CN' });
  guangxi = await hub.aStaff('小韦', { role: 'moderator', region: '450000' });
  for (const topic of ['room:guangxi', 'room:wuzhou', 'room:sichuan']) await hub.setMode(topic, { reviewFirst: true });
}, 120_000);
afterAll(() => hub[Symbol.asyncDispose]());

const soon = { timeout: 5_000, interval: 20 };
const itemFrom = async (answer: Response | Promise<Response>): Promise<QueueItem> => Item.parse(await (await answer).json());
const problemFrom = async (answer: Response | Promise<Response>) => HoldDecidedProblem.parse(await (await answer).json());
const listed = async (staff: Staff, query: string) => QueuePage.parse(await (await staff.get(`moderation/holds?${query}`)).json());
const decide = (staff: Staff, { id, version }: QueueItem, verdict: object) =>
  staff.send('POST', `moderation/holds/${id}/verdict`, { version, ...verdict });
const entriesOf = async (topic: string, cookie?: string): Promise<Entry[]> =>
  (
    (await (await fetch(`${hub.url}/api/v1/topics/${topic}/messages?limit=200`, { headers: cookie ? { cookie } : {} })).json()) as {
      items: Entry[];
    }
  ).items;
const textsIn = async (topic: string): Promise<string> => JSON.stringify(await entriesOf(topic));

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
      (await entriesOf('queue:510000', national.cookie)).filter((entry) => 'id' in entry && entry.id === item.id).map(({ kind }) => kind);
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

describe('a verdict', () => {
  test('that passes puts the words into the room and tells their sender', async () => {
    const item = await hub.aHold(national, 'room:guangxi', '放行的话');
    const told: SettledMessage[] = [];
    item.by.client.onSettled((settled) => told.push(settled));
    const decided = await itemFrom(decide(national, item, { verdict: 'passed' }));
    expect(decided).toMatchObject({ state: 'passed', version: 2, decided: { verdict: 'passed', by: { name: '示例审核员' } } });
    expect(await textsIn('room:guangxi')).toContain('放行的话');
    await expect.poll(() => told, soon).toMatchObject([{ id: item.id, status: 'published' }]);
  });

  test('that passes masked shows none of what was found', async () => {
    const item = await hub.aHold(national, 'room:guangxi', '想看的人加微信就好');
    await itemFrom(decide(national, item, { verdict: 'passed', masked: true }));
    const said = await textsIn('room:guangxi');
    expect(said).toContain('想看的人');
    expect(said).not.toContain('想看的人加微信');
  });

  test('that rejects tells the sender by which rule, and an unknown rule is refused', async () => {
    const item = await hub.aHold(national, 'room:guangxi', '不放行的话');
    expect((await decide(national, item, { verdict: 'rejected', rule: 'because' })).status).toBe(400);
    const told: SettledMessage[] = [];
    item.by.client.onSettled((settled) => told.push(settled));
    await itemFrom(decide(national, item, { verdict: 'rejected', rule: 'off-topic' }));
    await expect.poll(() => told, soon).toMatchObject([{ status: 'rejected', rule: 'off-topic' }]);
    expect(await textsIn('room:guangxi')).not.toContain('不放行的话');
  });

  test('of two at once has one winner, and the other is shown what they decided', async () => {
    const item = await hub.aHold(national, 'room:guangxi', '两个人同时看到');
    const answers = await Promise.all([decide(national, item, { verdict: 'passed' }), decide(colleague, item, { verdict: 'rejected' })]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const [won, lost] = answers[0]?.status === 200 ? answers : answers.toReversed();
    const winner = await itemFrom(won as Response);
    const problem = await problemFrom(lost as Response);
    expect(problem).toMatchObject({ code: 'hold.decided', item: { decided: winner.decided } });
  });

  test('over nothing is refused, and so is one over words of a higher role', async () => {
    const item = await hub.aHold(national, 'room:guangxi', '主办方的话');
    expect(
      await problemCode(national.send('POST', `moderation/holds/${crypto.randomUUID()}/verdict`, { version: 1, verdict: 'passed' })),
    ).toBe('hold.unknown');
    await store(sql`insert into grants (user_id, role, region) values (${item.author.id}::uuid, 'operator', 'CN')`);
    expect(await problemCode(decide(national, item, { verdict: 'rejected' }))).toBe('access.refused');
  });

  test('is in the audit with who, from where to where, and why', async () => {
    const item = await hub.aHold(national, 'room:guangxi', '留下痕迹');
    await itemFrom(decide(national, item, { verdict: 'rejected', rule: 'ad' }));
    const rows = await store(sql`select act, from_state, to_state, reason from audit_entries where subject = ${item.id}`);
    expect(rows).toEqual([{ act: 'hold.rejected', from_state: 'held', to_state: 'rejected', reason: 'ad' }]);
  });
});

describe('a verdict that is taken back', () => {
  const undo = (staff: Staff, { id, version }: QueueItem) => staff.send('POST', `moderation/holds/${id}/undo`, { version });

  test('was a rejection: the message is held again, and its sender is told', async () => {
    const item = await hub.aHold(national, 'room:guangxi', '拒绝得太快');
    const rejected = await itemFrom(decide(national, item, { verdict: 'rejected' }));
    const told: SettledMessage[] = [];
    item.by.client.onSettled((settled) => told.push(settled));
    const again = await itemFrom(undo(national, rejected));
    expect(again).toMatchObject({ state: 'held', version: 3 });
    expect(again.decided).toBeUndefined();
    await expect.poll(() => told.map(({ status }) => status), soon).toContain('held');
    expect(await itemFrom(decide(national, again, { verdict: 'passed' }))).toMatchObject({ state: 'passed' });
    expect(await textsIn('room:guangxi')).toContain('拒绝得太快');
  });

  test('was a pass: the words leave every screen and wait again, and their author sees them do so', async () => {
    const author = await hub.aGuest('小满');
    author.client.follow('room:guangxi', () => undefined);
    const item = await hub.aHold(national, 'room:guangxi', '放行得太快', author);
    const passed = await itemFrom(decide(national, item, { verdict: 'passed' }));
    const ownOf = () => item.by.client.viewOf('room:guangxi').own.map(({ id, text, status }) => ({ id, text, status }));
    await expect.poll(() => JSON.stringify(item.by.client.viewOf('room:guangxi').entries), soon).toContain('放行得太快');
    expect(ownOf()).toEqual([]);
    const again = await itemFrom(undo(national, passed));
    expect(again).toMatchObject({ id: item.id, state: 'held', version: 3, text: '放行得太快' });
    expect(again.decided).toBeUndefined();
    expect(await textsIn('room:guangxi')).not.toContain('放行得太快');
    expect((await listed(national, `scope=450000&q=${encodeURIComponent('放行得太快')}`)).items.map(({ id }) => id)).toEqual([item.id]);
    await expect.poll(ownOf, soon).toEqual([{ id: item.id, text: '放行得太快', status: 'held' }]);
    const rows = await store(sql`select act, from_state, to_state from audit_entries where subject = ${item.id} order by at`);
    expect(rows).toEqual([
      { act: 'hold.passed', from_state: 'held', to_state: 'passed' },
      { act: 'hold.undone', from_state: 'passed', to_state: 'held' },
    ]);
  });

  test('was a pass: it can be passed once more, at the place of that moment, and the first place stays empty', async () => {
    const author = await hub.aGuest('小满');
    author.client.follow('room:guangxi', () => undefined);
    const item = await hub.aHold(national, 'room:guangxi', '再看一眼还是放行', author);
    const passed = await itemFrom(decide(national, item, { verdict: 'passed' }));
    const again = await itemFrom(undo(national, passed));
    expect(await itemFrom(decide(colleague, again, { verdict: 'passed' }))).toMatchObject({ state: 'passed', version: 4 });
    const places = await store<{ seq: number; gone: boolean }>(
      sql`select e.seq::float8 as seq, e.retracted_at is not null as gone from topic_entries e where e.id = ${item.id}::uuid
          or e.id in (select v.id from evidence v where v.body #>> '{message,id}' = ${item.id}) order by e.seq`,
    );
    expect(places.map(({ gone }) => gone)).toEqual([true, false]);
    const { client } = item.by;
    const shown = () => JSON.stringify(client.viewOf('room:guangxi').entries.filter(({ seq }) => seq === places[1]?.seq));
    await expect.poll(shown, soon).toContain('再看一眼还是放行');
    expect(client.viewOf('room:guangxi').own).toEqual([]);
    const counts = sql`select count(*)::int as n from evidence where author_id = ${item.author.id}::uuid and overturned_at is null`;
    expect(await store(counts)).toEqual([{ n: 0 }]);
  });

  test('was a pass with its findings masked: the words wait as they were said', async () => {
    const item = await hub.aHold(national, 'room:guangxi', '遮住也不该放行，加微信聊');
    const passed = await itemFrom(decide(national, item, { verdict: 'passed', masked: true }));
    expect(await textsIn('room:guangxi')).toContain('遮住也不该放行');
    expect(await textsIn('room:guangxi')).not.toContain('加微信聊');
    expect(await itemFrom(undo(national, passed))).toMatchObject({ state: 'held', text: '遮住也不该放行，加微信聊' });
  });

  test('was a pass: it is too late when the words were taken back or somebody else has decided', async () => {
    const item = await hub.aHold(national, 'room:guangxi', '作者自己先收回');
    const passed = await itemFrom(decide(national, item, { verdict: 'passed' }));
    await item.by.client.retract('room:guangxi', item.id);
    expect(await problemCode(undo(national, passed))).toBe('hold.undo-over');
    const other = await hub.aHold(national, 'room:guangxi', '同事也撤了一次');
    const twice = await itemFrom(decide(national, other, { verdict: 'passed' }));
    await Promise.all([undo(national, twice), undo(colleague, twice)]).then((answers) =>
      expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]),
    );
    expect(await store(sql`select 1 from audit_entries where subject = ${other.id} and act = 'hold.undone'`)).toHaveLength(1);
  });

  test('is too late when somebody has acted since, and after thirty seconds', async () => {
    const item = await hub.aHold(national, 'room:guangxi', '来不及撤销');
    const rejected = await itemFrom(decide(national, item, { verdict: 'rejected' }));
    expect(await problemCode(undo(national, { ...rejected, version: 1 }))).toBe('hold.undo-over');
    await store(sql`update holds set settled_at = settled_at - interval '31 seconds' where id = ${item.id}::uuid`);
    expect(await problemCode(undo(national, rejected))).toBe('hold.undo-over');
    expect(await problemCode(undo(national, { ...rejected, id: crypto.randomUUID() }))).toBe('hold.unknown');
  });
});

describe('a claim', () => {
  test('is seen by colleagues, refused to them, taken over, and let go', async () => {
    const item = await hub.aHold(national, 'room:guangxi', '谁在看');
    const claimed = await itemFrom(national.send('POST', `moderation/holds/${item.id}/claim`));
    expect(claimed.claim?.by.name).toBe('示例审核员');
    expect(await problemFrom(colleague.send('POST', `moderation/holds/${item.id}/claim`))).toMatchObject({
      code: 'hold.claimed',
      item: { claim: { by: { name: '示例审核员' } } },
    });
    expect((await listed(national, 'scope=cn&filter=mine')).items.map(({ id }) => id)).toContain(item.id);
    const taken = await itemFrom(colleague.send('POST', `moderation/holds/${item.id}/claim`, { take: true }));
    expect(taken.claim?.by.name).toBe('小周');
    const free = await itemFrom(colleague.send('DELETE', `moderation/holds/${item.id}/claim`));
    expect(free.claim).toBeUndefined();
  });

  test('keeps nobody from deciding', async () => {
    const item = await hub.aHold(national, 'room:guangxi', '认领不是锁');
    await national.send('POST', `moderation/holds/${item.id}/claim`);
    expect(await itemFrom(decide(colleague, item, { verdict: 'passed' }))).toMatchObject({ state: 'passed' });
    expect(await problemCode(national.send('POST', `moderation/holds/${item.id}/claim`))).toBe('hold.decided');
  });
});

test('what nobody decides in ten minutes runs out, its sender is told, and a verdict comes too late', async () => {
  const item = await hub.aHold(national, 'room:guangxi', '没有人看');
  const told: SettledMessage[] = [];
  item.by.client.onSettled((settled) => told.push(settled));
  await store(sql`update holds set sent_at = sent_at - interval '11 minutes' where id = ${item.id}::uuid`);
  await hub.app.get(HoldUpkeep, { strict: false }).look();
  await expect.poll(() => told.map(({ status }) => status), soon).toEqual(['expired']);
  expect(await problemFrom(decide(national, item, { verdict: 'passed' }))).toMatchObject({
    code: 'hold.decided',
    item: { state: 'expired', decided: { verdict: 'expired' } },
  });
});

async function problemCode(answer: Promise<Response>): Promise<string> {
  return ((await (await answer).json()) as { code: string }).code;
}

const store = <R extends object>(statement: ReturnType<typeof sql>) => hub.app.get(Database, { strict: false }).rows<R>(statement);
