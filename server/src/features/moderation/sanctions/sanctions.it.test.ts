import { randomUUID } from 'node:crypto';
import { OwnStanding, PersonFile, SignedIn } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { cookieFrom, posted } from '../../../../test/http-hub.js';
import {
  beijing,
  codeOf,
  guangxi,
  type ModeratedHub,
  type Person,
  moderated,
  placed,
  soon,
  testPassword as password,
} from '../../../../test/moderation-people.js';
import { type ProgrammeHub, startProgrammeHub } from '../../../../test/programme-hub.js';
import { Database } from '../../../platform/database/index.js';

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

const hiddenBy = async (id: string): Promise<number | undefined> => {
  const [row] = await hub.app.get(Database).rows<{ hidden: number }>(sql`select hidden from sanctions where id = ${id}::uuid`);
  return row?.hidden;
};
const standingOf = async (person: Person, topic: string) =>
  OwnStanding.parse(await (await people.as(person, `/api/v1/me/standing?topic=${topic}`)).json());
const audited = (subject: string) =>
  hub.app.get(Database).rows<{ act: string }>(sql`select act from audit_entries where subject = ${subject} order by at, id`);

describe('a mute', () => {
  test('silences where it holds, says how long, and not elsewhere', async () => {
    const person = await people.aGuest();
    const sanction = await placed(await people.place(person, { note: '多次辱骂' }));
    expect(sanction).toMatchObject({
      kind: 'mute',
      scope: '450000',
      state: 'active',
      strike: 1,
      by: { name: '示例审核员' },
      note: '多次辱骂',
    });
    const refused = await people.say(person);
    expect(refused).toMatchObject({ status: 403, body: { code: 'topic.muted' } });
    expect(refused.body.retryAfterMs).toBeGreaterThan(50_000);
    expect((await people.say(person, beijing)).body).toMatchObject({ status: 'published' });
  });

  test('does not refuse the retry of what is kept', async () => {
    const person = await people.aGuest();
    const said = await people.say(person);
    await people.place(person, {});
    expect((await people.say(person, guangxi, '你好', said.id)).body).toMatchObject({ status: 'published', seq: said.body.seq });
    expect((await people.say(person)).status).toBe(403);
  });

  test('is felt at once by an open connection, and again by the next', async () => {
    const person = await people.aGuest();
    const { standings } = await people.listening(person);
    await people.place(person, {});
    await expect.poll(() => standings.at(-1)?.muted, soon).toMatchObject({ rule: 'flame' });
    expect((standings.at(-1)?.muted?.until ?? 0) - hub.now()).toBeGreaterThan(50_000);
    const again = await people.listening(person);
    await expect.poll(() => again.standings.length, soon).toBeGreaterThan(0);
    expect(again.standings[0]?.muted).toMatchObject({ rule: 'flame' });
  });

  test('is once for one id, and two are two strikes', async () => {
    const person = await people.aGuest();
    const id = randomUUID();
    expect(await placed(await people.place(person, { id }))).toMatchObject({ id, strike: 1 });
    expect(await placed(await people.place(person, { id }))).toMatchObject({ id, strike: 1 });
    expect(await placed(await people.place(person, {}))).toMatchObject({ strike: 2 });
    const file = PersonFile.parse(await (await people.staff('moderator', `people/${person.id}`)).json());
    expect(file).toMatchObject({ strikes: 2, proposed: { kind: 'mute', durationMs: 300_000 }, user: { kind: 'guest' } });
    expect(file.sanctions).toHaveLength(2);
  });

  test('that is lifted ends at once, and is no strike', async () => {
    const person = await people.aGuest();
    const { id, version } = await placed(await people.place(person, {}));
    const lifted = await people.staff(
      'moderator2',
      `sanctions/${id}?version=${version}&reason=${encodeURIComponent('说清楚了')}`,
      undefined,
      'DELETE',
    );
    expect(await placed(lifted)).toMatchObject({ state: 'lifted', ended: { by: { name: '示例审核员乙' }, reason: '说清楚了' } });
    expect((await people.say(person)).body).toMatchObject({ status: 'published' });
    expect((await audited(person.id)).map(({ act }) => act)).toEqual(['person.sanctioned', 'sanction.lifted']);
    const file = PersonFile.parse(await (await people.staff('moderator', `people/${person.id}`)).json());
    expect(file.strikes).toBe(0);
  });

  test('can be undone at once, but not once somebody has acted on it', async () => {
    const person = await people.aGuest();
    const first = await placed(await people.place(person, {}));
    expect(first.undoUntil).toBeDefined();
    expect(await placed(await people.staff('moderator', `sanctions/${first.id}/undo`, { version: 1 }))).toMatchObject({ state: 'undone' });
    expect(await codeOf(await people.staff('moderator', `sanctions/${first.id}/undo`, { version: 1 }))).toEqual([409, 'sanction.changed']);

    const second = await placed(await people.place(person, { scope: 'CN' }));
    await people.staff('moderator2', `sanctions/${second.id}/exceptions`, { region: '450000', reason: '本地活动' });
    expect(await codeOf(await people.staff('moderator', `sanctions/${second.id}/undo`, { version: 1 }))).toEqual([409, 'sanction.changed']);
  });

  test('of the national list has local exceptions', async () => {
    const person = await people.aGuest();
    const { id } = await placed(await people.place(person, { scope: 'CN' }));
    expect((await people.say(person)).status).toBe(403);
    const excepted = await people.staff('moderator', `sanctions/${id}/exceptions`, { region: '450000', reason: '本地活动' });
    expect(await placed(excepted)).toMatchObject({ except: ['450000'] });
    expect((await people.say(person)).body).toMatchObject({ status: 'published' });
    expect((await people.say(person, beijing)).status).toBe(403);
    await people.staff('moderator', `sanctions/${id}/exceptions/450000`, undefined, 'DELETE');
    expect((await people.say(person)).status).toBe(403);
  });

  test.each([
    [{ durationMs: 9_000 }, 'request.malformed'],
    [{ durationMs: 90_000_000 }, 'request.malformed'],
    [{ durationMs: undefined }, 'request.malformed'],
    [{ scope: '999999' }, 'region.unknown'],
    [{ user: '0198c0de-0000-7000-8000-000000000000' }, 'person.unknown'],
  ])('with %j is refused: %s', async (wanted, code) => {
    const person = await people.aGuest();
    expect((await codeOf(await people.place(person, wanted)))[1]).toBe(code);
  });
});

describe('what a sanctioned person said', () => {
  test('is kept as evidence, and what they said lately is taken back where it holds', async () => {
    const person = await people.aGuest('吵闹');
    const [here, there] = [await people.say(person, guangxi, '难听的话'), await people.say(person, beijing, '别处的话')];
    const sanction = await placed(await people.place(person, { hideMinutes: 5, evidence: [{ topic: guangxi, id: here.id }] }));
    expect(sanction).toMatchObject({ hidden: 1, evidence: [{ text: '难听的话', topic: guangxi }] });
    const texts = JSON.stringify(await (await hub.ask(`/api/v1/topics/${guangxi}/snapshot`)).json());
    expect(texts).not.toContain('难听的话');
    expect(JSON.stringify(await (await hub.ask(`/api/v1/topics/${beijing}/snapshot`)).json())).toContain('别处的话');
    expect(there.status).toBe(200);
    const file = PersonFile.parse(await (await people.staff('moderator', `people/${person.id}`)).json());
    expect(file.retracted).toBe(1);
  });

  test('in more messages than one retraction names is taken back all the same', async () => {
    // A host: from anybody else so much at once would be held.
    const answer = await hub.ask('/api/v1/sign-in', posted({ login: 'host', password }));
    const { user, ticket } = SignedIn.parse(await answer.json());
    const host = { id: user.id, ticket };
    for (let batch = 0; batch < 23; batch += 1) {
      const said = await Promise.all(Array.from({ length: 10 }, (_, n) => people.say(host, guangxi, `刷 ${batch} ${n}`)));
      expect(said.map(({ body }) => body.status)).toEqual(said.map(() => 'published'));
    }
    const sanction = await placed(await people.place(host, { hideMinutes: 1 }));
    // The job of the fact takes its part at the same time, and who asked is told of their own.
    await expect.poll(() => hiddenBy(sanction.id), { timeout: 10_000 }).toBe(230);
    await people.staff('moderator', `sanctions/${sanction.id}/undo`, { version: sanction.version });
    const rows = await hub.app
      .get(Database)
      .rows<{ targets: number }>(
        sql`select jsonb_array_length(body -> 'targets') as targets from topic_entries where kind = 'retraction' and topic = ${guangxi} order by seq desc limit 2`,
      );
    expect(rows.map(({ targets }) => targets)).toEqual([30, 200]);
  });
});

describe('a warning', () => {
  test('is told once, and silences nobody', async () => {
    const person = await people.aGuest();
    const { standings } = await people.listening(person);
    await people.place(person, { kind: 'warn' });
    await expect.poll(() => standings.at(-1)?.outcomes?.[0], soon).toMatchObject({ kind: 'warning', result: 'warned', rule: 'flame' });
    const [outcome] = standings.at(-1)?.outcomes ?? [];
    expect((await people.say(person)).body).toMatchObject({ status: 'published' });
    await people.as(person, '/api/v1/me/outcomes/seen', { ids: [outcome?.id] });
    expect(await (await people.as(person, '/api/v1/me/outcomes')).json()).toEqual({ items: [] });
  });
});

describe('a ban', () => {
  // All of this machine have one address: what one test leaves there would be seen by the next. A mark is set after the answer.
  afterEach(async () => {
    const leave = () => hub.app.get(Database).rows(sql`delete from ban_marks returning mark`);
    await vi.waitUntil(async () => (await leave()).length === 0, { ...soon, interval: 200 });
  });

  test('closes the connection with a word before it, and the door afterwards', async () => {
    const person = await people.aGuest();
    const { client, standings } = await people.listening(person);
    const notices: unknown[] = [];
    client.onNotice((notice) => notices.push(notice));
    await people.place(person, { kind: 'ban', scope: 'CN', durationMs: 3_600_000 });
    await expect.poll(() => client.connection, soon).toMatchObject({ status: 'closed', reason: 'banned' });
    expect(standings.at(-1)?.banned).toMatchObject({ rule: 'flame' });
    expect(notices).toContainEqual(expect.objectContaining({ kind: 'close', reason: 'banned' }));
    const again = await people.client(person);
    await expect
      .poll(() => again.connection, soon)
      .toMatchObject({ status: 'closed', reason: 'banned', refusal: { code: 'account.banned' } });
    expect(await people.say(person)).toMatchObject({ status: 403, body: { code: 'account.banned' } });
    again.close();
  });

  test('of a region closes nothing: there one only reads, and elsewhere one speaks', async () => {
    const [person, neighbour] = [await people.aGuest(), await people.aGuest('邻座')];
    const { client, standings } = await people.listening(person);
    await people.place(person, { kind: 'ban', durationMs: 3_600_000 });
    await expect.poll(() => standings.at(-1)?.banned, soon).toMatchObject({ rule: 'flame' });
    const { id } = await people.say(neighbour, guangxi, '这句大家都看得到');
    const hears = () => client.viewOf(guangxi).entries.some((entry) => entry.kind === 'message' && entry.message.id === id);
    await expect.poll(hears, soon).toBe(true);
    const again = await people.client(person);
    again.follow(guangxi, () => undefined);
    await expect.poll(() => again.viewOf(guangxi).status, soon).toBe('live');
    expect(client.connection.status).toBe('connected');
    expect(await people.say(person)).toMatchObject({ status: 403, body: { code: 'account.banned' } });
    expect((await people.say(person, beijing)).body).toMatchObject({ status: 'published' });
    expect((await standingOf(person, guangxi)).banned).toMatchObject({ scope: { key: '450000' }, appeal: 'possible' });
    expect((await standingOf(person, beijing)).banned).toBeUndefined();
  });

  test('goes with the browser to another name', async () => {
    const first = await hub.ask('/api/v1/guests', posted({ displayName: '一号' }));
    const { user, ticket } = SignedIn.parse(await first.json());
    const cookie = cookieFrom(first);
    await people.place({ id: user.id, ticket }, { kind: 'ban', durationMs: 3_600_000 });
    const host = await hub.ask('/api/v1/sign-in', posted({ login: 'host', password }, { cookie }));
    const asHost = SignedIn.parse(await host.json());
    expect(await people.say({ id: asHost.user.id, ticket: asHost.ticket })).toMatchObject({
      status: 403,
      body: { code: 'account.banned' },
    });
    const elsewhere = SignedIn.parse(await (await hub.ask('/api/v1/sign-in', posted({ login: 'host', password }))).json());
    expect((await people.say({ id: elsewhere.user.id, ticket: elsewhere.ticket })).body).toMatchObject({ status: 'published' });
  });

  test('makes somebody look first at new guests from there, in its scope, and keeps no address', async () => {
    const person = await people.aGuest();
    const { standings } = await people.listening(person);
    await people.place(person, { kind: 'ban', durationMs: 3_600_000 });
    await expect.poll(() => standings.at(-1)?.banned, soon).toBeDefined();
    const database = hub.app.get(Database);
    await expect.poll(() => database.rows(sql`select scope from ban_marks`), soon).toEqual([{ scope: '450000' }]);
    const newcomer = await people.aGuest('新来的');
    expect((await people.say(newcomer)).body).toMatchObject({ status: 'held' });
    expect((await people.say(newcomer, beijing)).body).toMatchObject({ status: 'published' });
    const marks = JSON.stringify(await database.rows(sql`select * from ban_marks`));
    expect(marks).not.toContain('127.0.0.1');
  });
});

describe('nobody acts', () => {
  test('on themselves, on a colleague beside them or on a higher role', async () => {
    const theirs = async (login: string) => {
      const answer = await hub.ask('/api/v1/sign-in', posted({ login, password }));
      const { user, ticket } = SignedIn.parse(await answer.json());
      return { id: user.id, ticket };
    };
    for (const login of ['moderator', 'moderator2', 'operator'])
      expect(await codeOf(await people.place(await theirs(login), {}))).toEqual([403, 'person.out-of-reach']);
    const file = PersonFile.parse(await (await people.staff('moderator', `people/${(await theirs('operator')).id}`)).json());
    expect(file).toMatchObject({ role: 'operator', untouchable: 'higher-role' });
    expect((await people.place(await theirs('reviewer'), { kind: 'warn' })).status).toBe(200);
  });

  test.each(['host', 'reviewer', 'operator'])('as a %s', async (login) => {
    const person = await people.aGuest();
    expect(await codeOf(await people.place(person, {}, login))).toEqual([403, 'access.refused']);
    expect(await codeOf(await people.staff(login, 'retractions', { topic: guangxi, seqs: [1], rule: 'ad' }))).toEqual([
      403,
      'access.refused',
    ]);
    expect((await people.staff(login, 'sanctions')).status).toBe(login === 'operator' ? 200 : 403);
  });
});

describe('a moderator’s retraction', () => {
  test('takes any message of the region back, tells its author the rule, and is audited', async () => {
    const person = await people.aGuest();
    const said = await people.say(person, guangxi, '广告广告');
    expect(await (await people.staff('moderator', 'retractions', { topic: guangxi, ids: [said.id], rule: 'ad' })).json()).toEqual({
      retracted: 1,
    });
    expect(await (await people.staff('moderator', 'retractions', { topic: guangxi, ids: [said.id], rule: 'ad' })).json()).toEqual({
      retracted: 0,
    });
    const mine = (await (await people.as(person, `/api/v1/topics/${guangxi}/mine`)).json()) as { settled: unknown[] };
    expect(mine.settled).toContainEqual({ id: said.id, topic: guangxi, status: 'retracted', rule: 'ad', seq: said.body.seq });
    expect((await audited(guangxi)).map(({ act }) => act)).toContain('message.retracted');
  });
});
