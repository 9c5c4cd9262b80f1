import { AppealPage, OwnReport, ReportGroup, ReportPage, type Standing } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beijing, codeOf, guangxi, type ModeratedHub, moderated, type Person, placed, soon } from '../../../../test/moderation-people.js';
import { type ProgrammeHub, startProgrammeHub } from '../../../../test/programme-hub.js';
import { Database } from '../../../platform/database/index.js';
import { Holds, TopicHeads } from '../../../platform/realtime/index.js';

let hub: ProgrammeHub;
let people: ModeratedHub;
beforeAll(async () => {
  hub = await startProgrammeHub({ RATE_LIMITS: 'off' });
  people = moderated(hub);
}, 60_000);
afterAll(async () => {
  people[Symbol.dispose]();
  await hub[Symbol.asyncDispose]();
});

const report = (person: Person, id: string, wanted: object = {}) =>
  people.as(person, '/api/v1/reports', { target: { kind: 'message', topic: guangxi, id }, reason: 'ad', ...wanted });
const groups = async (query = 'scope=450000', login = 'moderator') =>
  ReportPage.parse(await (await people.staff(login, `reports?${query}`)).json());
const groupOf = async (id: string, state = 'open') =>
  (await groups(`scope=450000&state=${state}`)).items.find(({ target }) => target.kind === 'message' && target.id === id);
const decide = (group: ReportGroup | undefined, wanted: object, login = 'moderator') =>
  people.staff(login, `reports/${group?.id}/verdict`, { version: group?.version, ...wanted });
const outcomeOf = (standings: readonly Standing[]) => standings.at(-1)?.outcomes?.at(-1);

describe('reports of a message', () => {
  test('are one group, once for each person, and the gravest reason counts', async () => {
    const [author, one, two] = [await people.aGuest('发广告的'), await people.aGuest(), await people.aGuest()];
    const { id } = await people.say(author, guangxi, '便宜卖票');
    const first = OwnReport.parse(await (await report(one, id)).json());
    expect(OwnReport.parse(await (await report(one, id, { reason: 'other' })).json()).id).toBe(first.id);
    expect(await groupOf(id)).toMatchObject({ reporters: 1, risk: 'low', text: '便宜卖票', author: { name: '发广告的' }, gone: false });
    await report(two, id, { reason: 'fraud', note: '骗人的' });
    expect(await groupOf(id)).toMatchObject({
      reporters: 2,
      risk: 'high',
      notes: ['骗人的'],
      reasons: [
        { reason: 'ad', count: 1 },
        { reason: 'fraud', count: 1 },
      ],
    });
    expect((await groups('scope=110000')).items).toEqual([]);
  });

  test('take it back when they are upheld, and whoever reported is told', async () => {
    const [author, reporter] = [await people.aGuest('骂人的'), await people.aGuest()];
    const { standings } = await people.listening(reporter);
    const { id } = await people.say(author, guangxi, '很难听的话');
    await report(reporter, id, { reason: 'abuse' });
    const decided = ReportGroup.parse(await (await decide(await groupOf(id), { verdict: 'upheld', rule: 'flame' })).json());
    expect(decided).toMatchObject({
      state: 'upheld',
      gone: true,
      text: '很难听的话',
      decided: { by: { name: '示例审核员' }, rule: 'flame' },
    });
    expect(JSON.stringify(await (await hub.ask(`/api/v1/topics/${guangxi}/snapshot`)).json())).not.toContain('很难听的话');
    await expect.poll(() => outcomeOf(standings), soon).toMatchObject({ kind: 'report', result: 'upheld', rule: 'flame' });
    expect(await (await people.as(reporter, '/api/v1/reports')).json()).toMatchObject({ items: [{ state: 'upheld', reason: 'abuse' }] });
  });

  test('leave it when they are dismissed; the second moderator hears that one was first', async () => {
    const [author, reporter] = [await people.aGuest(), await people.aGuest()];
    const { id } = await people.say(author, guangxi, '没什么不好的话');
    await report(reporter, id);
    const group = await groupOf(id);
    expect((await decide(group, { verdict: 'dismissed' })).status).toBe(200);
    expect(await codeOf(await decide(group, { verdict: 'upheld' }, 'moderator2'))).toEqual([409, 'report.changed']);
    expect(JSON.stringify(await (await hub.ask(`/api/v1/topics/${guangxi}/snapshot`)).json())).toContain('没什么不好的话');
    const again = OwnReport.parse(await (await report(await people.aGuest(), id)).json());
    expect(again.state).toBe('dismissed');
  });

  test('keep its words when its author takes it back', async () => {
    const [author, reporter] = [await people.aGuest(), await people.aGuest()];
    const { id } = await people.say(author, guangxi, '说完就删的话');
    await report(reporter, id);
    await people.as(author, `/api/v1/topics/${guangxi}/retractions`, { id });
    expect(await groupOf(id)).toMatchObject({ gone: true, text: '说完就删的话' });
    expect(await codeOf(await report(await people.aGuest(), id))).toEqual([404, 'message.unknown']);
  });

  test('are refused of one’s own, without a name, and of what is not there', async () => {
    const author = await people.aGuest();
    const { id } = await people.say(author);
    expect(await codeOf(await report(author, id))).toEqual([403, 'access.refused']);
    expect((await hub.ask('/api/v1/reports', { method: 'POST' })).status).toBe(400);
    expect(await codeOf(await report(author, id, { target: { kind: 'message', topic: beijing, id } }))).toEqual([404, 'message.unknown']);
  });
});

test('a stream can be reported too', async () => {
  const reporter = await people.aGuest();
  await report(reporter, '', { target: { kind: 'stream', channel: 'guangxi' }, reason: 'dangerous' });
  const { items } = await groups();
  const group = items.find(({ target }) => target.kind === 'stream');
  expect(group).toMatchObject({ risk: 'high', channel: 'guangxi', region: '450000' });
  expect((await decide(group, { verdict: 'upheld' })).status).toBe(200);
});

describe('an appeal', () => {
  const appeal = (person: Person, of: object, words = '我没有骂人') => people.as(person, '/api/v1/appeals', { of, words });
  const open = async (login: string) => AppealPage.parse(await (await people.staff(login, 'appeals?scope=450000')).json());
  const hear = async (login: string, of: string, wanted: object) => {
    const item = (await open(login)).items.find(({ of: { id } }) => id === of);
    return people.staff(login, `appeals/${item?.id}/verdict`, { version: item?.version, reason: '看过上下文', ...wanted });
  };

  test('of a mute is heard by another moderator, ends it, and the person is told why', async () => {
    const person = await people.aGuest();
    const { standings } = await people.listening(person);
    const { id } = await placed(await people.place(person, {}));
    expect((await appeal(person, { kind: 'sanction', id })).status).toBe(200);
    expect(await codeOf(await appeal(person, { kind: 'sanction', id }))).toEqual([409, 'appeal.refused']);
    expect((await open('moderator')).items.find(({ of }) => of.id === id)).toMatchObject({
      yours: true,
      what: 'mute',
      words: '我没有骂人',
    });
    expect(await codeOf(await hear('moderator', id, { verdict: 'overturned' }))).toEqual([403, 'appeal.yours']);
    expect((await hear('moderator2', id, { verdict: 'overturned' })).status).toBe(200);
    await expect.poll(() => outcomeOf(standings), soon).toMatchObject({ kind: 'appeal', result: 'overturned', reason: '看过上下文' });
    expect((await people.say(person)).body).toMatchObject({ status: 'published' });
    const standing = await (await people.as(person, '/api/v1/me/standing')).json();
    expect(standing).toEqual({ moderates: false, all: [] });
  });

  test('that is upheld leaves it, and says so', async () => {
    const person = await people.aGuest();
    const { id } = await placed(await people.place(person, {}));
    await appeal(person, { kind: 'sanction', id });
    await hear('moderator2', id, { verdict: 'upheld' });
    const standing = await (await people.as(person, `/api/v1/me/standing?topic=${guangxi}`)).json();
    expect(standing).toMatchObject({ muted: { id, appeal: 'upheld', rule: 'flame', scope: { key: '450000' } }, moderates: false });
    expect((await people.say(person)).status).toBe(403);
    expect(await (await people.as(person, '/api/v1/appeals')).json()).toMatchObject({ items: [{ state: 'upheld', reason: '看过上下文' }] });
  });

  test('of a rejected message publishes it after all', async () => {
    const person = await people.aGuest();
    await hub.app.get(TopicHeads).changeMode({ topic: guangxi, mode: { reviewFirst: true }, said: { fallback: '先审后发' } });
    const said = await people.say(person, guangxi, '其实没问题的话');
    await hub.app.get(TopicHeads).changeMode({ topic: guangxi, mode: {}, said: { fallback: '开放' } });
    expect(said.body.status).toBe('held');
    expect(await codeOf(await appeal(person, { kind: 'message', id: said.id }))).toEqual([409, 'appeal.refused']);
    await hub.app.get(Holds).settle(said.id, 1, 'rejected', 'ad');
    expect((await appeal(person, { kind: 'message', id: said.id })).status).toBe(200);
    expect((await hear('moderator2', said.id, { verdict: 'overturned' })).status).toBe(200);
    expect(JSON.stringify(await (await hub.ask(`/api/v1/topics/${guangxi}/snapshot`)).json())).toContain('其实没问题的话');
  });

  test('of a retracted message clears its author, though the words do not come back', async () => {
    const person = await people.aGuest();
    const said = await people.say(person, guangxi, '被误撤的话');
    await people.staff('moderator', 'retractions', { topic: guangxi, ids: [said.id], rule: 'ad' });
    await appeal(person, { kind: 'message', id: said.id });
    expect(await codeOf(await hear('moderator', said.id, { verdict: 'overturned' }))).toEqual([403, 'appeal.yours']);
    await hear('moderator2', said.id, { verdict: 'overturned' });
    const [kept] = await hub.app
      .get(Database)
      .rows<{ overturned: boolean }>(sql`select overturned_at is not null as overturned from evidence where id = ${said.id}::uuid`);
    expect(kept?.overturned).toBe(true);
  });

  test('of another’s message, or of what nobody decided, is refused', async () => {
    const [one, two] = [await people.aGuest(), await people.aGuest()];
    const said = await people.say(one);
    await people.staff('moderator', 'retractions', { topic: guangxi, ids: [said.id], rule: 'ad' });
    expect(await codeOf(await appeal(two, { kind: 'message', id: said.id }))).toEqual([409, 'appeal.refused']);
    const own = await people.say(two);
    await people.as(two, `/api/v1/topics/${guangxi}/retractions`, { id: own.id });
    expect(await codeOf(await appeal(two, { kind: 'message', id: own.id }))).toEqual([409, 'appeal.refused']);
  });
});
