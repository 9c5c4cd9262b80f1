import { readFile, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem, SignedIn } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cookieFrom, type HttpHub, posted, startHttpHub } from '../../../test/http-hub.js';
import {
  RegionTree,
  Revocations,
  shortRegionPath,
  SignIns,
  signInLifeMs,
  SocketAuthenticator,
  Tickets,
} from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/index.js';
import type { HubError } from '../../platform/hub-error.js';
import { AccountsRepository } from './accounts.repository.js';
import { DemoAccounts } from './demo-accounts.js';
import { Passwords } from './passwords.js';

let hub: HttpHub;
let passwords: Record<string, string>;

beforeAll(async () => {
  hub = await startHttpHub({ env: { DEMO: 'on' } });
  const accounts = await hub.app.get(DemoAccounts, { strict: false }).ensure();
  passwords = Object.fromEntries(accounts.map(({ login, password }) => [login, password ?? '']));
});
afterAll(() => hub[Symbol.asyncDispose]());

const aGuest = async (displayName = 'Ada') => {
  const answer = await hub.ask('/api/v1/guests', posted({ displayName }));
  return { answer, cookie: cookieFrom(answer), signedIn: SignedIn.parse(await answer.json()) };
};
const signIn = (login: string, password: string, cookie?: string) => hub.ask('/api/v1/sign-in', posted({ login, password }, { cookie }));
const problem = async (answer: Response) => {
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  return Problem.parse(await answer.json());
};

describe('a guest', () => {
  test('gets a cookie that scripts cannot read and a ticket that opens a socket', async () => {
    const { answer, signedIn } = await aGuest(' Ada ');
    expect(answer.headers.getSetCookie()[0]).toMatch(/^hub=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(signedIn.user).toMatchObject({ name: 'Ada', kind: 'guest', grants: [] });
    const viewer = await hub.app.get(SocketAuthenticator).viewerOf({ request: aRequest(), auth: { ticket: signedIn.ticket } });
    expect(viewer.user).toEqual(signedIn.user);
  });

  test.each(['', '管理员', 'Аda', 'x'.repeat(25)])('is not called %j', async (displayName) => {
    expect(await problem(await hub.ask('/api/v1/guests', posted({ displayName })))).toMatchObject({
      code: 'name.refused',
      status: 400,
      retry: 'never',
      field: 'displayName',
    });
  });

  test('gets fresh tickets for the cookie', async () => {
    const { cookie, signedIn } = await aGuest();
    const fresh = await hub.ask('/api/v1/ticket', posted({}, { cookie }));
    expect(SignedIn.parse(await fresh.json()).user).toEqual(signedIn.user);
    expect(await (await hub.ask('/api/v1/me', { headers: { cookie } })).json()).toEqual({ user: signedIn.user });
  });

  test('who takes another name is the same guest, and the old cookie and tickets end', async () => {
    const first = await aGuest('Ada');
    const answer = await hub.ask('/api/v1/guests', posted({ displayName: 'Bob' }, { cookie: first.cookie }));
    expect(answer.status).toBe(201);
    expect(SignedIn.parse(await answer.json()).user).toEqual({ ...first.signedIn.user, name: 'Bob' });
    expect(await (await hub.ask('/api/v1/me', { headers: { cookie: first.cookie } })).json()).toEqual({});
    expect(
      await hub.app
        .get(Tickets)
        .verify(first.signedIn.ticket)
        .catch((error: HubError) => error.code),
    ).toBe('ticket.refused');
  });

  test('says where they are, moves, and may stop saying it', async () => {
    hub.app.get(RegionTree).comesFrom(shortRegionPath, (key) => ['450000', 'XPCC'].includes(key));
    const answer = await hub.ask('/api/v1/guests', posted({ displayName: 'Ada', region: '450000' }));
    const { ticket, user } = SignedIn.parse(await answer.json());
    expect(user.region).toBe('450000');
    expect((await hub.app.get(Tickets).verify(ticket)).user.region).toBe('450000');
    const moved = await hub.ask('/api/v1/guests', posted({ displayName: 'Ada', region: 'XPCC' }, { cookie: cookieFrom(answer) }));
    expect(SignedIn.parse(await moved.json()).user).toEqual({ ...user, region: 'XPCC' });
    const silent = await hub.ask('/api/v1/guests', posted({ displayName: 'Ada' }, { cookie: cookieFrom(moved) }));
    expect(SignedIn.parse(await silent.json()).user).toEqual({ ...user, region: undefined });
  });

  test('cannot be in a region that is not', async () => {
    const answer = await hub.ask('/api/v1/guests', posted({ displayName: 'Ada', region: '999999' }));
    expect(await problem(answer)).toMatchObject({ code: 'region.unknown', field: 'region', retry: 'never' });
  });

  test('comes at most 20 times a second from one address', async () => {
    const statuses = await Promise.all(Array.from({ length: 100 }, () => hub.ask('/api/v1/guests', posted({ displayName: 'Many' }))));
    const refused = statuses.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(1);
    const [first] = refused;
    expect(Number(first?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(await problem(first as Response)).toMatchObject({ code: 'limit.reached', retry: 'later' });
    await sleep(1_100);
  });
});

describe('an account', () => {
  test('signs in with its password, whatever the case of its login', async () => {
    const answer = await signIn(' Moderator ', passwords['moderator'] ?? '');
    expect(SignedIn.parse(await answer.json()).user).toMatchObject({
      kind: 'account',
      grants: [{ role: 'moderator', region: 'CN' }],
      sample: true,
    });
  });

  test('that does not exist and a wrong password are refused alike', async () => {
    const [wrong, nobody] = await Promise.all([signIn('reviewer', 'wrong'), signIn('nobody-at-all', 'wrong')]);
    const words = await problem(wrong);
    expect(words).toMatchObject({ code: 'sign-in.refused', status: 401 });
    expect(await problem(nobody)).toEqual(words);
  });

  test('is guarded from guessing, and the right password does not help then', async () => {
    const tries = [];
    for (let n = 0; n < 6; n += 1) tries.push((await signIn('operator', `guess ${n}`)).status);
    expect(tries).toEqual([401, 401, 401, 401, 401, 429]);
    const right = await problem(await signIn('operator', passwords['operator'] ?? ''));
    expect(right).toMatchObject({ code: 'limit.reached' });
    expect(right.retryAfterMs).toBeGreaterThan(1_000);
  });

  test('lists its sign-ins and ends one on another device', async () => {
    const [one, other] = await Promise.all([signIn('host', passwords['host'] ?? ''), signIn('host', passwords['host'] ?? '')]);
    const cookie = cookieFrom(one);
    const { items } = (await (await hub.ask('/api/v1/me/sign-ins', { headers: { cookie } })).json()) as {
      items: { id: string; current: boolean }[];
    };
    expect(items.filter(({ current }) => current)).toHaveLength(1);
    expect(items).toHaveLength(2);
    const elsewhere = items.find(({ current }) => !current);
    const ended = await hub.ask(`/api/v1/me/sign-ins/${elsewhere?.id}`, {
      method: 'DELETE',
      headers: { cookie, origin: 'http://localhost' },
    });
    expect(ended.status).toBe(200);
    expect((await hub.ask('/api/v1/ticket', posted({}, { cookie: cookieFrom(other) }))).status).toBe(401);
  });

  test('cannot end another’s sign-in', async () => {
    const [{ cookie }, victim] = [await aGuest(), await aGuest()];
    const { items } = (await (await hub.ask('/api/v1/me/sign-ins', { headers: { cookie: victim.cookie } })).json()) as {
      items: { id: string }[];
    };
    const answer = await hub.ask(`/api/v1/me/sign-ins/${items[0]?.id}`, {
      method: 'DELETE',
      headers: { cookie, origin: 'http://localhost' },
    });
    expect(answer.status).toBe(404);
    expect((await hub.ask('/api/v1/ticket', posted({}, { cookie: victim.cookie }))).status).toBe(200);
  });
});

describe('signing out', () => {
  test('ends cookie and tickets at once on this node, and tells who keeps connections open', async () => {
    const { cookie, signedIn } = await aGuest();
    let told = 0;
    const stop = hub.app.get(Revocations).onRevoked(() => (told += 1));
    const out = await hub.ask('/api/v1/sign-out', posted({}, { cookie }));
    stop();
    expect(out.headers.getSetCookie()[0]).toMatch(/^hub=; .*Expires=Thu, 01 Jan 1970/);
    expect(told).toBe(1);
    expect((await hub.ask('/api/v1/ticket', posted({}, { cookie }))).status).toBe(401);
    const byTicket = await hub.ask('/api/v1/me', { headers: { authorization: `Ticket ${signedIn.ticket}` } });
    expect(await problem(byTicket)).toMatchObject({ code: 'ticket.refused', status: 401, retry: 'sign-in' });
  });

  test('twice, or without a sign-in, is no error', async () => {
    expect((await hub.ask('/api/v1/sign-out', posted({}))).status).toBe(200);
  });
});

describe('a cookie', () => {
  test('is kept as a hash only', async () => {
    const { cookie } = await aGuest();
    const token = cookie.slice('hub='.length);
    const rows = await hub.app.get(Database).rows(sql`select * from sign_ins`);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect((await hub.app.get(SignIns).holderOf(token))?.user.name).toBe('Ada');
  });

  test('is nobody’s when it was never given, or has run out', async () => {
    const { cookie } = await aGuest();
    const later = new Clock({ ...hub.config, CLOCK_AT: new Date(Date.now() + signInLifeMs + 1_000).toISOString() });
    const signIns = new SignIns(hub.app.get(Database), hub.app.get(Revocations), later);
    expect(await signIns.holderOf(cookie.slice('hub='.length))).toBeUndefined();
    expect(await signIns.holderOf('x'.repeat(43))).toBeUndefined();
  });

  test('is forgotten a month after it has run out, and not before', async () => {
    const token = (await aGuest()).cookie.slice('hub='.length);
    const signInsAt = (laterMs: number) => {
      const clock = new Clock({ ...hub.config, CLOCK_AT: new Date(Date.now() + signInLifeMs + laterMs).toISOString() });
      return new SignIns(hub.app.get(Database), hub.app.get(Revocations), clock);
    };
    await signInsAt(29 * 86_400_000).forget();
    expect((await hub.app.get(SignIns).holderOf(token))?.user.name).toBe('Ada');
    await signInsAt(31 * 86_400_000).forget();
    expect(await hub.app.get(SignIns).holderOf(token)).toBeUndefined();
  });
});

describe('the demo’s accounts', () => {
  test('are made once, with passwords in a file for their owner alone', async () => {
    const demo = hub.app.get(DemoAccounts, { strict: false });
    const all = [
      ['host'],
      ['reviewer', 'reviewer', 'county', 'city', 'province', 'province2'],
      ['moderator', 'moderator', 'moderator2'],
      ['operator'],
    ].flatMap(([role, ...logins]) => (logins.length > 0 ? logins : [role]).map((login) => ({ login, role })));
    expect(await demo.ensure()).toEqual(all);
    expect((await stat(demo.list)).mode & 0o777).toBe(0o600);
    expect(await readFile(demo.list, 'utf8')).toContain(`moderator\t${passwords['moderator']}\n`);
    expect(new Set(Object.values(passwords)).size).toBe(all.length);
  });

  test('all take the password that is set for them, also later', async () => {
    const [accounts, hashes] = [hub.app.get(AccountsRepository, { strict: false }), hub.app.get(Passwords, { strict: false })];
    const chosen = new DemoAccounts(accounts, hashes, { ...hub.config, DEMO_PASSWORD: 'one for all' });
    await chosen.ensure();
    expect((await signIn('moderator', 'one for all')).status).toBe(200);
  });

  test('are none when the demo is off', async () => {
    await using plain = await startHttpHub({ env: { DEMO: 'off' } });
    expect(await plain.app.get(DemoAccounts, { strict: false }).ensure()).toEqual([]);
    const answer = await plain.ask('/api/v1/sign-in', posted({ login: 'moderator', password: passwords['moderator'] }));
    expect(answer.status).toBe(401);
  });
});

function aRequest() {
  return { headers: {}, socket: { remoteAddress: '192.0.2.7' } } as never;
}
