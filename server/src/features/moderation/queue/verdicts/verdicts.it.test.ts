import type { SettledMessage } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  decide,
  itemFrom,
  listed,
  type ModeratedQueue,
  problemCode,
  problemFrom,
  startModeratedQueue,
} from '../../../../../test/moderated-queue.js';
import { HoldUpkeep } from './hold-upkeep.js';

let hub: ModeratedQueue;
let national: ModeratedQueue['national'];
let colleague: ModeratedQueue['colleague'];
beforeAll(async () => {
  hub = await startModeratedQueue();
  ({ national, colleague } = hub);
}, 120_000);
afterAll(() => hub[Symbol.asyncDispose]());

const soon = { timeout: 5_000, interval: 20 };

describe('a verdict', () => {
  test('that passes puts the words into the room and tells their sender', async () => {
    const item = await hub.aHold(national, 'room:guangxi', '放行的话');
    const told: SettledMessage[] = [];
    item.by.client.onSettled((settled) => told.push(settled));
    const decided = await itemFrom(decide(national, item, { verdict: 'passed' }));
    expect(decided).toMatchObject({ state: 'passed', version: 2, decided: { verdict: 'passed', by: { name: '示例审核员' } } });
    expect(await hub.textsIn('room:guangxi')).toContain('放行的话');
    await expect.poll(() => told, soon).toMatchObject([{ id: item.id, status: 'published' }]);
  });

  test('that passes masked shows none of what was found', async () => {
    const item = await hub.aHold(national, 'room:guangxi', '想看的人加微信就好');
    await itemFrom(decide(national, item, { verdict: 'passed', masked: true }));
    const said = await hub.textsIn('room:guangxi');
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
    expect(await hub.textsIn('room:guangxi')).not.toContain('不放行的话');
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
    await hub.rows(sql`insert into grants (user_id, role, region) values (${item.author.id}::uuid, 'operator', 'CN')`);
    expect(await problemCode(decide(national, item, { verdict: 'rejected' }))).toBe('access.refused');
  });

  test('is in the audit with who, from where to where, and why', async () => {
    const item = await hub.aHold(national, 'room:guangxi', '留下痕迹');
    await itemFrom(decide(national, item, { verdict: 'rejected', rule: 'ad' }));
    const rows = await hub.rows(sql`select act, from_state, to_state, reason from audit_entries where subject = ${item.id}`);
    expect(rows).toEqual([{ act: 'hold.rejected', from_state: 'held', to_state: 'rejected', reason: 'ad' }]);
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
  await hub.rows(sql`update holds set sent_at = sent_at - interval '11 minutes' where id = ${item.id}::uuid`);
  await hub.app.get(HoldUpkeep, { strict: false }).look();
  await expect.poll(() => told.map(({ status }) => status), soon).toEqual(['expired']);
  expect(await problemFrom(decide(national, item, { verdict: 'passed' }))).toMatchObject({
    code: 'hold.decided',
    item: { state: 'expired', decided: { verdict: 'expired' } },
  });
});
