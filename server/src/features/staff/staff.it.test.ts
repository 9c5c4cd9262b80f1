import { randomUUID } from 'node:crypto';
import {
  type Grant,
  IssuedLink,
  Me,
  RoleInvitations,
  RoleTaken,
  ShownAppointment,
  SignedIn,
  type StaffMember,
  StaffPage,
  StaffPlaces,
  UnitFilers,
} from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FilingHub, startFilingHub } from '../../../test/filing-hub.js';
import { cookieFrom, posted } from '../../../test/http-hub.js';
import { Database } from '../../platform/database/index.js';
import { AccountRoles } from '../accounts/index.js';
import { FilersService } from '../organizations/index.js';

const password = 'sail by lantern';
const reviewer: Grant = { role: 'reviewer', region: '450100' };

let hub: FilingHub;
/** Of Guangxi, and of the whole. */
let operator: { cookie: string; id: string };
let all: { cookie: string; id: string };
let logins = 0;
beforeAll(async () => {
  hub = await startFilingHub();
  operator = await hub.anAccount({ role: 'operator', region: '450000' });
  all = await hub.anAccount({ role: 'operator', region: 'CN' });
}, 120_000);
afterAll(() => hub[Symbol.asyncDispose]());

const aLogin = () => `staff-${(logins += 1)}`;
const open = (path: string, body: object, cookie?: string) => hub.ask(`/api/v1/${path}`, posted(body, { cookie }));
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
const invite = async (grant: Grant, by = operator.cookie) =>
  IssuedLink.parse((await hub.as(by, 'POST', 'staff/invitations', grant)).body).token;
const invitations = async (by = operator.cookie) => RoleInvitations.parse((await hub.as(by, 'GET', 'staff/invitations')).body).items;
const staff = async (q: string, by = operator.cookie): Promise<StaffMember[]> =>
  StaffPage.parse((await hub.as(by, 'GET', `staff?q=${encodeURIComponent(q)}`)).body).items;
const take = (id: string, { role, region }: Grant, by = operator.cookie) => hub.as(by, 'DELETE', `staff/${id}/roles/${role}/${region}`);
const takeRightly = async (id: string, grant: Grant, by = operator.cookie) => RoleTaken.parse((await take(id, grant, by)).body).undo;
const recovery = (id: string, by = operator.cookie) => hub.as(by, 'POST', `staff/${id}/recovery`);
const grantsOf = async (cookie: string) => Me.parse((await hub.as(cookie, 'GET', 'me')).body).user?.grants;

/** Somebody who came by an invitation, and is signed in. */
async function aColleague(grant: Grant, by = operator.cookie): Promise<{ cookie: string; id: string; login: string }> {
  const login = aLogin();
  const answer = await open('appointments/sign-up', { token: await invite(grant, by), login, name: '韦明', password });
  return { cookie: cookieFrom(answer), id: SignedIn.parse(await answer.json()).user.id, login };
}

describe('an invitation to a role', () => {
  test('says what it is of and who asks, makes an account that may do it at once, and is used up', async () => {
    const token = await invite(reviewer);
    const shown = ShownAppointment.parse(await (await open('appointments/look', { token })).json());
    expect(shown).toMatchObject({ role: 'reviewer', place: { key: '450100', name: '南宁市' } });
    const leftMs = Date.parse(shown.expiresAt) - hub.now();
    expect(leftMs).toBeGreaterThan(86_340_000);
    expect(leftMs).toBeLessThanOrEqual(86_400_000);
    const login = aLogin();
    const answer = await open('appointments/sign-up', { token, login, name: '韦明', password });
    expect(answer.status).toBe(201);
    const { user } = SignedIn.parse(await answer.json());
    expect(user).toMatchObject({ name: '韦明', kind: 'account', grants: [reviewer] });
    expect((await hub.as(cookieFrom(answer), 'GET', 'reviews')).status).toBe(200);
    expect(await staff(login)).toEqual([
      { id: user.id, login, name: '韦明', roles: [{ role: 'reviewer', place: shown.place }], mayRecover: true },
    ]);
    for (const path of ['appointments/look', 'appointments/sign-up'])
      expect(await codeOf(await open(path, { token, login: aLogin(), name: '覃芳', password }))).toBe('invitation.unknown');
    expect((await hub.audited(user.id)).map(({ act }) => act)).toEqual(['role.given']);
    expect((await hub.audited('450100')).map(({ act }) => act)).toContain('role.offered');
    expect(JSON.stringify(await hub.app.get(Database).rows(sql`select * from one_time_links`))).not.toContain(token);
  });

  test('lets one of two in who come at once, and a taken login uses up nothing', async () => {
    const token = await invite(reviewer);
    expect(await codeOf(await open('appointments/sign-up', { token, login: 'HOST', name: '韦明', password }))).toBe('login.taken');
    const come = () => open('appointments/sign-up', { token, login: aLogin(), name: '韦明', password });
    const statuses = (await Promise.all([come(), come(), come()])).map(({ status }) => status);
    expect(statuses.toSorted((one, other) => one - other)).toEqual([201, 404, 404]);
  });

  test('is taken up by somebody with an account, who keeps what they did before', async () => {
    const colleague = await aColleague(reviewer);
    const token = await invite({ role: 'moderator', region: '450000' });
    expect((await open('appointments/join', { token })).status).toBe(401);
    const joined = await open('appointments/join', { token }, colleague.cookie);
    const { user } = SignedIn.parse(await joined.json());
    expect(user.id).toBe(colleague.id);
    expect(user.grants).toEqual([{ role: 'moderator', region: '450000' }, reviewer]);
    expect((await hub.as(cookieFrom(joined), 'GET', 'moderation/holds?scope=450000')).status).toBe(200);
    expect((await open('appointments/look', { token })).status).toBe(404);
  });

  test('to what one does already is left for who it is meant for', async () => {
    const colleague = await aColleague(reviewer);
    const token = await invite(reviewer);
    expect((await open('appointments/join', { token }, colleague.cookie)).status).toBe(200);
    expect((await open('appointments/look', { token })).status).toBe(200);
  });

  test('that was taken back or has run out is one refusal, and no longer listed', async () => {
    const county: Grant = { role: 'reviewer', region: '450181' };
    const [revoked, late] = [await invite(county), await invite(county)];
    const mine = async () => (await invitations()).filter(({ place }) => place.key === '450181');
    const [first, second] = await mine();
    expect((await mine()).map(({ role, by }) => [role, by])).toEqual([
      ['reviewer', expect.any(String)],
      ['reviewer', expect.any(String)],
    ]);
    for (const status of [200, 404])
      expect((await hub.as(operator.cookie, 'DELETE', `staff/invitations/${first?.id}`)).status).toBe(status);
    await hub.app.get(Database).rows(sql`update one_time_links set expires_at = issued_at where id = ${second?.id}::uuid`);
    expect(await mine()).toEqual([]);
    for (const token of [revoked, late, 'x'.repeat(43)])
      expect(await codeOf(await open('appointments/look', { token }))).toBe('invitation.unknown');
  });

  test('ends with the standing of who gave it, as does the link for a new password', async () => {
    const giver = await aColleague({ role: 'operator', region: '450000' }, all.cookie);
    const colleague = await aColleague(reviewer);
    const token = await invite(reviewer, giver.cookie);
    const link = IssuedLink.parse((await recovery(colleague.id, giver.cookie)).body);
    await takeRightly(giver.id, { role: 'operator', region: '450000' }, all.cookie);
    expect((await open('appointments/look', { token })).status).toBe(404);
    expect((await open('recovery/look', { token: link.token })).status).toBe(404);
    expect((await hub.as(giver.cookie, 'POST', 'staff/invitations', reviewer)).status).toBe(403);
  });

  test.each([
    [{ role: 'moderator', region: '450100' }, 'region.unknown'],
    [{ role: 'moderator', region: 'LINE-MINISTRY' }, 'region.unknown'],
    [{ role: 'reviewer', region: '459999' }, 'region.unknown'],
    [{ role: 'host', region: '450000' }, 'request.malformed'],
  ])('to %j is none: %s', async (grant, code) => {
    expect((await hub.as(all.cookie, 'POST', 'staff/invitations', grant)).body.code).toBe(code);
  });
});

describe('a role that is taken away', () => {
  test('is gone at once, and its connections go', async () => {
    const colleague = await aColleague(reviewer);
    const { ticket } = SignedIn.parse((await hub.as(colleague.cookie, 'POST', 'ticket', {})).body);
    const socket = io(hub.address, { path: '/rt', auth: { ticket }, transports: ['websocket'], forceNew: true, reconnection: false });
    try {
      await expect.poll(() => socket.connected, { timeout: 5_000 }).toBe(true);
      await takeRightly(colleague.id, reviewer);
      await expect.poll(() => socket.connected, { timeout: 6_000 }).toBe(false); // a guard: 2 s are promised
    } finally {
      socket.close();
    }
    expect((await hub.as(colleague.cookie, 'GET', 'reviews')).status).toBe(403);
    expect(await grantsOf(colleague.cookie)).toEqual([]);
    expect(await staff(colleague.login)).toEqual([]);
    expect((await take(colleague.id, reviewer)).body.code).toBe('role.unknown');
    expect((await hub.audited(colleague.id)).map(({ act }) => act)).toEqual(['role.given', 'role.taken']);
  });

  test('is given back by who took it, once', async () => {
    const colleague = await aColleague(reviewer);
    const token = await takeRightly(colleague.id, reviewer);
    const undo = async (by: string) => (await hub.as(by, 'POST', 'staff/undo', { token })).body.code;
    expect(await undo(all.cookie)).toBe('role.undo-over');
    expect(await undo(operator.cookie)).toBeUndefined();
    expect(await grantsOf(colleague.cookie)).toEqual([reviewer]);
    expect(await undo(operator.cookie)).toBe('role.undo-over');
    expect((await hub.audited(colleague.id)).map(({ act }) => act)).toEqual(['role.given', 'role.taken', 'role.given-back']);
  });

  test('is not given back after half a minute', async () => {
    const colleague = await aColleague(reviewer);
    const token = await takeRightly(colleague.id, reviewer);
    await hub.app.get(Database).rows(sql`update one_time_links set expires_at = issued_at where user_id = ${colleague.id}::uuid`);
    expect((await hub.as(operator.cookie, 'POST', 'staff/undo', { token })).body.code).toBe('role.undo-over');
  });

  test('leaves the others', async () => {
    const colleague = await aColleague(reviewer);
    const token = await invite({ role: 'moderator', region: '450000' });
    const cookie = cookieFrom(await open('appointments/join', { token }, colleague.cookie));
    await takeRightly(colleague.id, { role: 'moderator', region: '450000' });
    expect(await grantsOf(cookie)).toEqual([reviewer]);
  });

  test('may be one’s own, which one does not take back', async () => {
    const grant: Grant = { role: 'operator', region: '450000' };
    const leaving = await aColleague(grant, all.cookie);
    const token = await takeRightly(leaving.id, grant, leaving.cookie);
    expect((await hub.as(leaving.cookie, 'POST', 'staff/undo', { token })).status).toBe(403);
    expect(await grantsOf(leaving.cookie)).toEqual([]);
  });

  test('by two who take each other’s at once is one of theirs', async () => {
    const grant: Grant = { role: 'operator', region: 'CN' };
    const [one, other] = [await aColleague(grant, all.cookie), await aColleague(grant, all.cookie)];
    const statuses = await Promise.all([take(one.id, grant, other.cookie), take(other.id, grant, one.cookie)]);
    expect(statuses.map(({ status }) => status).toSorted((first, second) => first - second)).toEqual([200, 403]);
  });

  test('and one that is given by two grants at once are both kept', async () => {
    const { id, cookie } = await hub.anAccount();
    const wanted: Grant[] = [reviewer, { role: 'host', region: 'UNITS' }, { role: 'moderator', region: '450000' }];
    const roles = hub.app.get(AccountRoles, { strict: false });
    await Promise.all(wanted.map((grant) => roles.give({ to: id, grant }, async () => undefined)));
    const byRole = (grants: readonly Grant[] = []) => grants.toSorted((first, second) => first.role.localeCompare(second.role));
    expect(byRole(await grantsOf(cookie))).toEqual(byRole(wanted));
  });
});

describe('a link for a new password of staff', () => {
  test('sets it once and ends every other sign-in', async () => {
    const { id, login, cookie } = await aColleague(reviewer);
    const { token } = IssuedLink.parse((await recovery(id)).body);
    const answer = await open('recovery', { token, password: 'another lantern' });
    expect(SignedIn.parse(await answer.json()).user.grants).toEqual([reviewer]);
    expect(await grantsOf(cookie)).toBeUndefined();
    expect((await open('sign-in', { login, password })).status).toBe(401);
    expect((await open('sign-in', { login, password: 'another lantern' })).status).toBe(200);
    expect(await codeOf(await open('recovery', { token, password: 'a third lantern' }))).toBe('recovery.unknown');
    expect((await hub.audited(id)).map(({ act }) => act)).toEqual(['role.given', 'recovery.issued', 'recovery.used']);
  });

  test('is given to nobody beside or above, or who does something elsewhere too, or oneself', async () => {
    const peer = await aColleague({ role: 'operator', region: '450000' }, all.cookie);
    const both = await hub.anAccount(reviewer, { role: 'reviewer', region: '510000' });
    for (const { id } of [peer, both, operator]) expect((await recovery(id)).body.code).toBe('person.out-of-reach');
    const elsewhere = await hub.anAccount({ role: 'reviewer', region: '510000' });
    for (const id of [elsewhere.id, all.id, randomUUID(), (await hub.anAccount()).id])
      expect((await recovery(id)).body.code).toBe('person.unknown');
    for (const { id } of [peer, both, elsewhere]) expect((await recovery(id, all.cookie)).status).toBe(201);
  });

  test('is given for who files besides, only where all their units lie below', async () => {
    const filing = { role: 'host', region: 'UNITS' } as const;
    const [near, far] = [await hub.anAccount(reviewer, filing), await hub.anAccount(reviewer, filing)];
    const filers = hub.app.get(FilersService, { strict: false });
    await filers.add({ id: 'test' }, near.id, 'gx-nature-museum');
    await filers.add({ id: 'test' }, far.id, 'cn-moe');
    expect((await recovery(near.id)).status).toBe(201);
    expect((await recovery(far.id)).body.code).toBe('person.out-of-reach');
    expect((await recovery(far.id, all.cookie)).status).toBe(201);
  });

  test('opens nothing once the account has another role, or one less', async () => {
    const one = await aColleague(reviewer);
    const link = IssuedLink.parse((await recovery(one.id)).body);
    await open('appointments/join', { token: await invite({ role: 'operator', region: 'CN' }, all.cookie) }, one.cookie);
    expect(await codeOf(await open('recovery', { token: link.token, password: 'another lantern' }))).toBe('recovery.unknown');
    const other = await aColleague(reviewer);
    const second = IssuedLink.parse((await recovery(other.id)).body);
    await takeRightly(other.id, reviewer);
    expect((await open('recovery/look', { token: second.token })).status).toBe(404);
  });

  test('is not the reviewer’s of a unit, for a colleague who files there', async () => {
    const desk = await hub.anAccount({ role: 'reviewer', region: '450000' });
    const colleague = await hub.anAccount(reviewer, { role: 'host', region: 'UNITS' });
    await hub.app.get(FilersService, { strict: false }).add({ id: 'test' }, colleague.id, 'gx-nature-museum');
    expect((await hub.as(desk.cookie, 'POST', `units/gx-nature-museum/filers/${colleague.id}/recovery`)).body.code).toBe('access.refused');
    const { filers } = UnitFilers.parse((await hub.as(desk.cookie, 'GET', 'units/gx-nature-museum')).body);
    expect(filers.find(({ id }) => id === colleague.id)?.mayRecover).toBe(false);
  });
});

describe('the list of staff', () => {
  test('is searched by name and login, and read page by page', async () => {
    const name = `名字${randomUUID().slice(0, 6)}`;
    const made: string[] = [];
    for (let many = 0; many < 33; many += 1) {
      const { id } = await hub.anAccount({ role: 'reviewer', region: '450300' });
      await hub.app.get(Database).rows(sql`update users set display_name = ${name} where id = ${id}::uuid`);
      made.push(id);
    }
    const page = async (query: string) => StaffPage.parse((await hub.as(operator.cookie, 'GET', `staff?${query}`)).body);
    const q = `q=${encodeURIComponent(name)}`;
    const first = await page(q);
    const rest = await page(`${q}&cursor=${first.next}`);
    expect([first.items.length, rest.items.length, rest.next]).toEqual([30, 3, undefined]);
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(made.toReversed());
    expect((await hub.as(operator.cookie, 'GET', 'staff?cursor=nonsense')).body.code).toBe('cursor.refused');
    expect((await page(`q=${encodeURIComponent('100%')}`)).items).toEqual([]);
  });

  test('shows of a colleague only what lies within reach', async () => {
    const both = await hub.anAccount(reviewer, { role: 'moderator', region: 'CN' });
    const shown = async (by: string) => {
      const [card] = (await staff((await me(both.cookie)) ?? '', by)).filter(({ id }) => id === both.id);
      return card?.roles.map(({ role, place }) => `${role} ${place.key}`).toSorted();
    };
    expect(await shown(operator.cookie)).toEqual(['reviewer 450100']);
    expect(await shown(all.cookie)).toEqual(['moderator CN', 'reviewer 450100']);
  });
  const me = async (cookie: string) => Me.parse((await hub.as(cookie, 'GET', 'me')).body).user?.name;

  test('of places has those within reach, the wider first, with what is held there', async () => {
    const places = async (q: string, by = all.cookie) =>
      StaffPlaces.parse((await hub.as(by, 'GET', `staff/places?q=${encodeURIComponent(q)}`)).body);
    const { items, isMore } = await places('');
    expect(items.slice(0, 3).map(({ key }) => key)).toEqual(['CN', 'LINE-MINISTRY', 'LINE-SOCIETY']);
    expect(isMore).toBe(true);
    expect((await places('横州')).items).toEqual([
      expect.objectContaining({ key: '450181', above: expect.objectContaining({ key: '450100' }), roles: ['reviewer', 'operator'] }),
    ]);
    for (const words of ['nanning', '部委条线', 'Societies']) expect((await places(words)).items).toHaveLength(1);
    const own = await places('', operator.cookie);
    expect(own.items[0]).toMatchObject({ key: '450000', roles: ['reviewer', 'moderator', 'operator'] });
    expect(own.items.every(({ key }) => key.startsWith('45'))).toBe(true);
  });
});
