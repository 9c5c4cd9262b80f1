import type { SettledMessage } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  decide,
  itemFrom,
  listed,
  type ModeratedQueue,
  problemCode,
  startModeratedQueue,
  undo,
} from '../../../../../test/moderated-queue.js';

let hub: ModeratedQueue;
let national: ModeratedQueue['national'];
let colleague: ModeratedQueue['colleague'];
beforeAll(async () => {
  hub = await startModeratedQueue();
  ({ national, colleague } = hub);
}, 120_000);
afterAll(() => hub[Symbol.asyncDispose]());

const soon = { timeout: 5_000, interval: 20 };

describe('a verdict that is taken back', () => {
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
    expect(await hub.textsIn('room:guangxi')).toContain('拒绝得太快');
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
    expect(await hub.textsIn('room:guangxi')).not.toContain('放行得太快');
    expect((await listed(national, `scope=450000&q=${encodeURIComponent('放行得太快')}`)).items.map(({ id }) => id)).toEqual([item.id]);
    await expect.poll(ownOf, soon).toEqual([{ id: item.id, text: '放行得太快', status: 'held' }]);
    const rows = await hub.rows(sql`select act, from_state, to_state from audit_entries where subject = ${item.id} order by at`);
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
    const places = await hub.rows<{ seq: number; gone: boolean }>(
      sql`select e.seq::float8 as seq, e.retracted_at is not null as gone from topic_entries e where e.id = ${item.id}::uuid
          or e.id in (select v.id from evidence v where v.body #>> '{message,id}' = ${item.id}) order by e.seq`,
    );
    expect(places.map(({ gone }) => gone)).toEqual([true, false]);
    const { client } = item.by;
    const shown = () => JSON.stringify(client.viewOf('room:guangxi').entries.filter(({ seq }) => seq === places[1]?.seq));
    await expect.poll(shown, soon).toContain('再看一眼还是放行');
    expect(client.viewOf('room:guangxi').own).toEqual([]);
    const counts = sql`select count(*)::int as n from evidence where author_id = ${item.author.id}::uuid and overturned_at is null`;
    expect(await hub.rows(counts)).toEqual([{ n: 0 }]);
  });

  test('was a pass with its findings masked: the words wait as they were said', async () => {
    const item = await hub.aHold(national, 'room:guangxi', '遮住也不该放行，加微信聊');
    const passed = await itemFrom(decide(national, item, { verdict: 'passed', masked: true }));
    expect(await hub.textsIn('room:guangxi')).toContain('遮住也不该放行');
    expect(await hub.textsIn('room:guangxi')).not.toContain('加微信聊');
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
    expect(await hub.rows(sql`select 1 from audit_entries where subject = ${other.id} and act = 'hold.undone'`)).toHaveLength(1);
  });

  test('is too late when somebody has acted since, and after thirty seconds', async () => {
    const item = await hub.aHold(national, 'room:guangxi', '来不及撤销');
    const rejected = await itemFrom(decide(national, item, { verdict: 'rejected' }));
    expect(await problemCode(undo(national, { ...rejected, version: 1 }))).toBe('hold.undo-over');
    await hub.rows(sql`update holds set settled_at = settled_at - interval '31 seconds' where id = ${item.id}::uuid`);
    expect(await problemCode(undo(national, rejected))).toBe('hold.undo-over');
    expect(await problemCode(undo(national, { ...rejected, id: crypto.randomUUID() }))).toBe('hold.unknown');
  });
});
