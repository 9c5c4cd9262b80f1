import { ImportedLists, ReplayedTopic, ScreeningTerms, SentMessage } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ModerationHub, type Staff, startModerationHub } from '../../../../test/moderation-hub.js';
import { Database } from '../../../platform/database/index.js';

let hub: ModerationHub;
let staff: Staff;
beforeAll(async () => {
  hub = await startModerationHub({ RATE_LIMITS: 'off' });
  staff = await hub.signIn('moderator');
}, 120_000);
afterAll(() => hub[Symbol.asyncDispose]());

const soon = { timeout: 5_000, interval: 50 };
const rows = (statement: ReturnType<typeof sql>) => hub.app.get(Database, { strict: false }).rows(statement);
/** What the hub answers to a message: how it was kept, or why it was refused. */
async function said(text: string, displayName = '小满'): Promise<{ status?: string; code?: string; rule?: string; text?: string }> {
  const { ticket } = await hub.aGuest(displayName);
  const answer = await fetch(`${hub.url}/api/v1/topics/room:guangxi/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Ticket ${ticket}` },
    body: JSON.stringify({ id: crypto.randomUUID(), kind: 'chat', text }),
  });
  const body: unknown = await answer.json();
  return answer.ok ? SentMessage.parse(body) : (body as { code: string });
}
const term = (id: string, word: string, action: string) => ({ id, term: word, category: 'ad', level: 2, action });

describe('a message', () => {
  test.each([
    ['今天有特价吗', { status: 'published', text: '今天有***吗' }],
    ['这样独特价值的展品', { status: 'published', text: '这样独特价值的展品' }],
    ['想要的加 微 信', { status: 'held' }],
    ['我们这里可以套现', { code: 'message.rejected', rule: 'fraud' }],
    ['电话 13800138000', { status: 'published', text: '电话 ***' }],
  ])('%j is judged by the demo’s lists', async (text, answer) => {
    expect(await said(text)).toMatchObject(answer);
  });

  test('under a name that is listed waits as well', async () => {
    expect(await said('大家好', '加微信领取')).toMatchObject({ status: 'held' });
  });
});

describe('a moderator', () => {
  test('changes the lists, and the next message is judged by the new ones', async () => {
    expect(await said('今天聊聊量子纠缠')).toMatchObject({ status: 'published' });
    expect((await staff.send('POST', 'moderation/lists/terms', term('own-1', '量子纠缠', 'hold'))).status).toBe(200);
    expect(await said('今天聊聊量子纠缠')).toMatchObject({ status: 'held' });
    await staff.send('POST', 'moderation/lists/allow', { phrase: '聊聊量子纠缠' });
    expect(await said('今天聊聊量子纠缠')).toMatchObject({ status: 'published' });
    await staff.send('DELETE', `moderation/lists/allow/${encodeURIComponent('聊聊量子纠缠')}`);
    await staff.send('DELETE', 'moderation/lists/terms/own-1');
    expect(await said('今天聊聊量子纠缠')).toMatchObject({ status: 'published' });
    const audited = await rows(sql`select subject from audit_entries where act = 'lists.changed' order by at`);
    expect(audited).toEqual(['term own-1', 'phrase 聊聊量子纠缠', 'phrase 聊聊量子纠缠', 'term own-1'].map((subject) => ({ subject })));
  });

  test('of another node is heard within two seconds', async () => {
    await rows(sql`insert into screening_terms (id, term, category, level, action) values ('own-2', '别处加的词', 'ad', 2, 'hold')`);
    await rows(sql`update screening_head set version = version + 1`);
    await expect.poll(async () => (await said('这里有别处加的词')).status, { timeout: 2_500, interval: 100 }).toBe('held');
  });

  test('sees what new lists would have done with what was said, and what they would let through now', async () => {
    await said('昨天的日全食真壮观');
    await staff.send('POST', 'moderation/lists/terms', term('own-3', '日全食', 'hold'));
    await said('今天又有日全食吗');
    const replayed = async () => ReplayedTopic.parse(await (await staff.get('moderation/lists/replay?topic=room:guangxi')).json());
    const { items, version } = await replayed();
    expect(items.filter(({ rules }) => rules.includes('own-3'))).toMatchObject([{ text: '昨天的日全食真壮观', was: 'pass', now: 'hold' }]);
    await staff.send('DELETE', 'moderation/lists/terms/own-3');
    const later = await replayed();
    expect(later.items.find(({ text }) => text === '今天又有日全食吗')).toMatchObject({ was: 'hold', wasUnder: version, now: 'pass' });
    expect(later.items.some(({ text }) => text === '昨天的日全食真壮观')).toBe(false);
  });

  test('tries an import before doing it, and one wrong row keeps all of it out', async () => {
    const imported = async (body: object) => ImportedLists.parse(await (await staff.send('POST', 'moderation/lists/import', body)).json());
    const good = [term('in-1', '进口甲', 'mask'), term('in-2', '进口乙', 'hold')];
    expect(await imported({ terms: good })).toEqual({ added: 2, changed: 0, same: 0, refused: [] });
    const wrong = [...good, term('in-3', '！！', 'hold'), { ...term('in-4', '进口丁', 'burn') }, term('in-1', '又一个', 'mask')];
    const { refused } = await imported({ dryRun: false, terms: wrong });
    expect(refused.map(({ row, field }) => [row, field])).toEqual([
      [3, 'action'],
      [2, 'term'],
      [4, 'id'],
    ]);
    expect(await imported({ dryRun: false, terms: good, allow: [{ phrase: '进口甲地' }] })).toMatchObject({ added: 3, refused: [] });
    expect(await imported({ terms: [good[0], { ...good[1], level: 3 }], allow: [{ phrase: '进口甲地' }] })).toMatchObject({
      added: 0,
      changed: 1,
      same: 2,
    });
    await expect.poll(async () => (await said('买进口甲了')).text, soon).toBe('买***了');
  });

  test('reads them page by page, and finds one by its words', async () => {
    const first = ScreeningTerms.parse(await (await staff.get('moderation/lists/terms')).json());
    expect(first.items).toHaveLength(100);
    const second = ScreeningTerms.parse(await (await staff.get(`moderation/lists/terms?cursor=${first.next}`)).json());
    expect(second.items[0]?.id).not.toBe(first.items[99]?.id);
    const found = ScreeningTerms.parse(await (await staff.get(`moderation/lists/terms?q=${encodeURIComponent('特价')}`)).json());
    expect(found.items.map((one) => one.term)).toContain('特价');
    expect(first.version).toMatch(/^\d+\/\d+\+\d+-[0-9a-f]{8}$/);
  });

  test.each([
    [{ id: 'x', term: '', category: 'ad', level: 1, action: 'mask' }, 'term'],
    [{ id: 'x', term: '·', category: 'ad', level: 1, action: 'mask' }, 'term'],
    [{ id: 'X Y', term: '词', category: 'ad', level: 1, action: 'mask' }, 'id'],
    [{ id: 'x', term: '词', category: 'ad', level: 9, action: 'mask' }, 'level'],
  ])('is told which part of %j is wrong', async (body, field) => {
    const answer = await staff.send('POST', 'moderation/lists/terms', body);
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'request.malformed', field }]);
  });

  test('of a province does not touch what judges everywhere, and nobody else does', async () => {
    const local = await hub.aStaff('小韦', { role: 'moderator', region: '450000' });
    const others = await Promise.all([hub.signIn('host'), hub.signIn('reviewer')]);
    for (const somebody of [local, ...others]) {
      expect((await somebody.get('moderation/lists/terms')).status).toBe(403);
      expect((await somebody.send('POST', 'moderation/lists/import', { dryRun: false })).status).toBe(403);
    }
    expect((await staff.send('DELETE', 'moderation/lists/terms/never-there')).status).toBe(404);
  });
});
