import { randomUUID } from 'node:crypto';
import {
  type Filing,
  FilingPage,
  FilingUnits,
  IssuedLink,
  Me,
  ShownInvitation,
  SignedIn,
  type Snapshot,
  UnitFilers,
  UnitList,
} from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FilingHub, startFilingHub } from '../../../test/filing-hub.js';
import { cookieFrom, posted } from '../../../test/http-hub.js';
import { Database } from '../../platform/database/index.js';
import { AccountsRepository } from '../accounts/accounts.repository.js';
import { ChannelsService } from '../channels/index.js';
import { FilersService } from '../organizations/index.js';

const museum = 'gx-nature-museum';
const county = 'hengzhou-kexie';
const password = 'sail by lantern';

let hub: FilingHub;
let reviewer: { cookie: string; id: string };
let logins = 0;
beforeAll(async () => {
  hub = await startFilingHub();
  reviewer = await hub.anAccount({ role: 'reviewer', region: '450000' });
}, 60_000);
afterAll(() => hub[Symbol.asyncDispose]());

const aLogin = () => `filer-${(logins += 1)}`;
const invite = async (unit: string, by = reviewer.cookie) =>
  IssuedLink.parse((await hub.as(by, 'POST', `units/${unit}/invitations`)).body).token;
const open = (path: string, body: object, cookie?: string) => hub.ask(`/api/v1/${path}`, posted(body, { cookie }));
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
const unitOf = async (unit: string, cookie = reviewer.cookie) => UnitFilers.parse((await hub.as(cookie, 'GET', `units/${unit}`)).body);

/** Somebody who came by an invitation, and is signed in. */
async function aNewcomer(unit: string): Promise<{ cookie: string; id: string; login: string }> {
  const login = aLogin();
  const answer = await open('invitations/sign-up', { token: await invite(unit), login, name: '韦明', password });
  return { cookie: cookieFrom(answer), id: SignedIn.parse(await answer.json()).user.id, login };
}
const verify = (unit: string, filer: string, cookie = reviewer.cookie) => hub.as(cookie, 'POST', `units/${unit}/filers/${filer}/verify`);

describe('an invitation', () => {
  test('says which unit it is of, makes an account, and is used up', async () => {
    const token = await invite(museum);
    const shown = ShownInvitation.parse(await (await open('invitations/look', { token })).json());
    expect(shown.unit).toBe('广西自然博物馆');
    expect(Date.parse(shown.expiresAt) - hub.now()).toBeGreaterThan(6.9 * 86_400_000);
    const login = aLogin();
    const answer = await open('invitations/sign-up', { token, login: ` ${login.toUpperCase()} `, name: ' 韦明 ', password });
    expect(answer.status).toBe(201);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^hub=[\w-]{43}; .*HttpOnly/);
    const { user } = SignedIn.parse(await answer.json());
    expect(user).toMatchObject({ name: '韦明', kind: 'account', grants: [{ role: 'host', region: 'UNITS' }] });
    expect((await unitOf(museum)).filers).toContainEqual(expect.objectContaining({ id: user.id, login, mayRecover: true }));
    expect((await open('sign-in', { login, password })).status).toBe(200);
    for (const path of ['invitations/look', 'invitations/sign-up'])
      expect(await codeOf(await open(path, { token, login: aLogin(), name: '覃芳', password }))).toBe('invitation.unknown');
  });

  test('lets one of two in who come at once', async () => {
    const token = await invite(museum);
    const come = () => open('invitations/sign-up', { token, login: aLogin(), name: '韦明', password });
    const statuses = (await Promise.all([come(), come(), come()])).map(({ status }) => status);
    expect(statuses.toSorted((one, other) => one - other)).toEqual([201, 404, 404]);
  });

  test.each([
    ['a taken login', { login: 'HOST' }, 409, 'login.taken'],
    ['a short password', { password: 'lantern' }, 400, 'password.refused'],
    ['the login as password', { login: 'lanternsailor', password: 'lantern.sailor' }, 400, 'password.refused'],
    ['the name of staff', { name: '管理员' }, 400, 'name.refused'],
    ['a login that cannot be typed', { login: '韦明' }, 400, 'request.malformed'],
  ])('with %s uses up nothing', async (_, wrong, status, code) => {
    const token = await invite(museum);
    const answer = await open('invitations/sign-up', { token, login: aLogin(), name: '韦明', password, ...wrong });
    expect([answer.status, await codeOf(answer)]).toEqual([status, code]);
    expect((await open('invitations/look', { token })).status).toBe(200);
  });

  test('that was taken back, has run out or never was is one refusal', async () => {
    const [revoked, late] = [await invite(county), await invite(county)];
    const { invitations } = await unitOf(county);
    expect(invitations).toHaveLength(2);
    expect((await hub.as(reviewer.cookie, 'DELETE', `units/${museum}/invitations/${invitations[0]?.id}`)).body.code).toBe(
      'invitation.unknown',
    );
    for (const status of [200, 404])
      expect((await hub.as(reviewer.cookie, 'DELETE', `units/${county}/invitations/${invitations[0]?.id}`)).status).toBe(status);
    expect((await unitOf(county)).invitations.map(({ id }) => id)).toEqual([invitations[1]?.id]);
    await hub.app.get(Database).rows(sql`update one_time_links set expires_at = issued_at where id = ${invitations[1]?.id}::uuid`);
    expect((await unitOf(county)).invitations).toEqual([]);
    for (const token of [revoked, late, 'x'.repeat(43)])
      expect(await codeOf(await open('invitations/sign-up', { token, login: aLogin(), name: '韦明', password }))).toBe(
        'invitation.unknown',
      );
  });

  test('is kept as a hash only, and audited', async () => {
    const token = await invite(museum);
    expect(JSON.stringify(await hub.app.get(Database).rows(sql`select * from one_time_links`))).not.toContain(token);
    expect((await hub.audited(museum)).map(({ act }) => act)).toEqual(expect.arrayContaining(['filer.invited', 'filer.joined']));
  });

  test('lets somebody with an account file for one more unit', async () => {
    const newcomer = await aNewcomer(museum);
    const token = await invite(county);
    expect((await open('invitations/join', { token })).status).toBe(401);
    const joined = await open('invitations/join', { token }, newcomer.cookie);
    expect(SignedIn.parse(await joined.json()).user.id).toBe(newcomer.id);
    const { items } = FilingUnits.parse((await hub.as(cookieFrom(joined), 'GET', 'filings/units')).body);
    expect(items.map(({ key, isVerified }) => [key, isVerified])).toEqual([
      [museum, false],
      [county, false],
    ]);
    expect((await open('invitations/look', { token })).status).toBe(404);
  });
});

describe('who has yet to be verified', () => {
  test('writes drafts of their own and hands in none, until a reviewer has verified them', async () => {
    const colleague = await hub.aFiler(museum);
    const theirs = await hub.aDraft(colleague, museum);
    const { cookie, id } = await aNewcomer(museum);
    const draft = await hub.aDraft(cookie, museum);
    const list = async () => FilingPage.parse((await hub.as(cookie, 'GET', 'filings')).body).items.map((filing) => filing.id);
    const submit = ({ id: filing, version }: Filing) => hub.as(cookie, 'POST', `filings/${filing}/submit`, { version });

    expect(await list()).toEqual([draft.id]);
    expect((await hub.as(cookie, 'GET', `filings/${theirs.id}`)).body.code).toBe('filing.unknown');
    expect((await hub.as(cookie, 'POST', 'filings', { organization: museum, campaign: 'bagui-2023', copyOf: theirs.id })).status).toBe(404);
    expect((await submit(draft)).body).toMatchObject({ code: 'filer.unverified', status: 403 });
    const sheet = `filings/exports?organization=${museum}&campaign=bagui-2023`;
    expect((await hub.as(cookie, 'GET', sheet)).body.code).toBe('filer.unverified');

    expect((await verify(museum, id)).status).toBe(200);
    expect(new Set(await list())).toEqual(new Set([draft.id, theirs.id]));
    expect((await submit(draft)).status).toBe(200);
    expect((await verify(museum, id)).status).toBe(200);
    expect((await hub.audited(museum)).filter(({ act }) => act === 'filer.verified')).toHaveLength(1);
  });

  test('takes nothing back that a colleague has handed in, and asks for no change of it', async () => {
    const { cookie } = await aNewcomer(museum);
    const draft = await hub.aDraft(cookie, museum);
    const { id, version } = (
      await hub.as<Filing>(await hub.aFiler(museum), 'POST', `filings/${draft.id}/submit`, { version: draft.version })
    ).body;
    const change = { kind: 'cancel' };
    for (const [act, said] of [
      ['withdraw', { version, reason: '不办了' }],
      ['changes', { version, reason: '不办了', change }],
      ['changes/recall', { version }],
    ] as const)
      expect((await hub.as(cookie, 'POST', `filings/${id}/${act}`, said)).body.code, act).toBe('filer.unverified');
  });

  test('invites nobody, and sees nobody of the unit', async () => {
    const { cookie, id } = await aNewcomer(museum);
    expect((await hub.as(cookie, 'POST', `units/${museum}/invitations`)).body.code).toBe('organization.unknown');
    expect((await hub.as(cookie, 'GET', `units/${museum}`)).status).toBe(404);
    await verify(museum, id);
    const seen = await unitOf(museum, cookie);
    expect([seen.mayDecide, seen.mayInvite]).toEqual([false, true]);
    const operator = await hub.anAccount({ role: 'operator', region: '450000' });
    const byOperator = await unitOf(museum, operator.cookie);
    expect([byOperator.mayDecide, byOperator.mayInvite]).toEqual([false, false]);
    expect(seen.filers.some(({ mayRecover }) => mayRecover)).toBe(false);
    expect((await hub.as(cookie, 'POST', `units/${museum}/invitations`)).status).toBe(201);
    expect((await hub.as(cookie, 'POST', `units/${museum}/filers/${id}/verify`)).status).toBe(403);
  });

  test('opens no room of any region, and no links of the unit', async () => {
    const { cookie } = await aNewcomer(museum);
    const said = { id: randomUUID(), text: '大家好' };
    expect((await hub.as(cookie, 'GET', 'host/sessions')).body).toMatchObject({ items: [] });
    expect((await hub.as(cookie, 'POST', 'topics/room:guangxi/announcements', said)).body.code).toBe('access.refused');
  });

  test('speaks for the unit in its own channel’s room once verified, and for no other', async () => {
    const { cookie, id } = await aNewcomer(museum);
    const aChannel = (slug: string, host: string) => ({
      slug,
      host,
      region: '450000',
      campaign: 'kepuri-2023',
      position: 99,
      level: 'city' as const,
      title: slug,
      titleEn: slug,
      domains: [],
      roundTheClock: false,
      sample: true,
    });
    const [own, other] = ['room-of-museum', 'room-of-county'];
    const channels = hub.app.get(ChannelsService, { strict: false });
    await hub.app.get(Database).transaction((tx) => channels.open(tx, [aChannel(own, museum), aChannel(other, county)]));
    const announce = (slug: string) => hub.as(cookie, 'POST', `topics/room:${slug}/announcements`, { id: randomUUID(), text: '三点提问' });
    expect((await announce(own)).body.code).toBe('access.refused');
    await verify(museum, id);
    expect([(await announce(own)).status, (await announce(other)).body.code]).toEqual([201, 'access.refused']);
    const { entries } = (await (await hub.ask(`/api/v1/topics/room:${own}/snapshot`)).json()) as Snapshot;
    expect(entries.at(-1)).toMatchObject({ kind: 'announcement', text: '三点提问', author: { role: 'host' } });
  });

  test('may be sent away, and is nobody there then', async () => {
    const { cookie, id } = await aNewcomer(museum);
    const draft = await hub.aDraft(cookie, museum);
    expect((await hub.as(reviewer.cookie, 'DELETE', `units/${museum}/filers/${id}`)).status).toBe(200);
    expect((await hub.as(reviewer.cookie, 'DELETE', `units/${museum}/filers/${id}`)).body.code).toBe('filer.unknown');
    expect((await hub.as(cookie, 'GET', `filings/${draft.id}`)).status).toBe(404);
    expect((await verify(museum, id)).body.code).toBe('filer.unknown');
  });

  test('and what they have invited goes with them, while the invitations of others stay', async () => {
    const { cookie, id } = await aNewcomer(museum);
    await verify(museum, id);
    const [theirs, other] = [await invite(museum, cookie), await invite(museum)];
    await hub.as(reviewer.cookie, 'DELETE', `units/${museum}/filers/${id}`);
    expect((await open('invitations/look', { token: theirs })).status).toBe(404);
    expect((await open('invitations/look', { token: other })).status).toBe(200);
  });
});

describe('a link for a new password', () => {
  test('sets it once, ends every other sign-in, and signs in', async () => {
    const { cookie, id, login } = await aNewcomer(museum);
    const issued = await hub.as(reviewer.cookie, 'POST', `units/${museum}/filers/${id}/recovery`);
    const { token, expiresAt } = IssuedLink.parse(issued.body);
    const leftMs = Date.parse(expiresAt) - hub.now();
    expect(leftMs).toBeGreaterThan(86_340_000);
    expect(leftMs).toBeLessThanOrEqual(86_400_000);
    expect(await (await open('recovery/look', { token })).json()).toMatchObject({ login, name: '韦明' });

    expect(await codeOf(await open('recovery', { token, password: login }))).toBe('password.refused');
    const answer = await open('recovery', { token, password: 'another lantern' });
    expect(SignedIn.parse(await answer.json()).user.id).toBe(id);
    expect(Me.parse((await hub.as(cookie, 'GET', 'me')).body)).toEqual({});
    expect(Me.parse((await hub.as(cookieFrom(answer), 'GET', 'me')).body).user?.id).toBe(id);
    expect((await open('sign-in', { login, password })).status).toBe(401);
    expect((await open('sign-in', { login, password: 'another lantern' })).status).toBe(200);
    expect(await codeOf(await open('recovery', { token, password: 'a third lantern' }))).toBe('recovery.unknown');
    expect((await hub.audited(id)).map(({ act }) => act)).toEqual(['recovery.issued', 'recovery.used']);
  });

  test('ends the one given before, and runs out', async () => {
    const { id } = await aNewcomer(museum);
    const issue = async () => IssuedLink.parse((await hub.as(reviewer.cookie, 'POST', `units/${museum}/filers/${id}/recovery`)).body).token;
    const [first, second] = [await issue(), await issue()];
    expect((await open('recovery/look', { token: first })).status).toBe(404);
    await hub.app.get(Database).rows(sql`update one_time_links set expires_at = issued_at where user_id = ${id}::uuid`);
    expect(await codeOf(await open('recovery', { token: second, password: 'another lantern' }))).toBe('recovery.unknown');
  });

  test('opens nothing once its account files for one more unit', async () => {
    const { id, cookie } = await aNewcomer(museum);
    const { token } = IssuedLink.parse((await hub.as(reviewer.cookie, 'POST', `units/${museum}/filers/${id}/recovery`)).body);
    await open('invitations/join', { token: await invite(county) }, cookie);
    expect(await codeOf(await open('recovery', { token, password: 'another lantern' }))).toBe('recovery.unknown');
  });

  test('opens nothing once its account has another role than a host’s', async () => {
    const { id } = await aNewcomer(museum);
    const { token } = IssuedLink.parse((await hub.as(reviewer.cookie, 'POST', `units/${museum}/filers/${id}/recovery`)).body);
    await hub.app.get(AccountsRepository, { strict: false }).setGrants(id, [{ role: 'operator', region: 'CN' }]);
    expect(await codeOf(await open('recovery', { token, password: 'another lantern' }))).toBe('recovery.unknown');
  });

  test('is not given for who can do more than the reviewer can see', async () => {
    const city = await hub.anAccount({ role: 'reviewer', region: '450100' });
    const { id, cookie } = await aNewcomer(county);
    const issue = (filer: string) => hub.as(city.cookie, 'POST', `units/${county}/filers/${filer}/recovery`);
    expect((await issue(id)).status).toBe(201);
    for (const grant of [{ role: 'moderator', region: '450181' } as const, { role: 'host', region: '450000' } as const]) {
      const other = await hub.anAccount({ role: 'host', region: 'UNITS' }, grant);
      await hub.app.get(FilersService, { strict: false }).add({ id: 'test' }, other.id, county);
      expect((await issue(other.id)).body.code, grant.role).toBe('access.refused');
    }
    await open('invitations/join', { token: await invite(museum) }, cookie);
    expect((await issue(id)).body.code).toBe('access.refused');
    expect((await hub.as(reviewer.cookie, 'POST', `units/${county}/filers/${id}/recovery`)).status).toBe(201);
    expect((await issue(randomUUID())).body.code).toBe('filer.unknown');
  });
});

describe('a unit', () => {
  const elsewhere = [
    { role: 'reviewer', region: '510000' },
    { role: 'reviewer', region: '450300' },
    { role: 'reviewer', region: 'LINE-SOCIETY' },
    { role: 'host', region: 'CN' },
    { role: 'moderator', region: 'CN' },
  ] as const;

  test.each(elsewhere)('is not there for a $role of $region, nor are its filers by their ids', async (grant) => {
    const { cookie } = await hub.anAccount(grant);
    const { id } = await aNewcomer(county);
    await invite(county);
    const { invitations } = await unitOf(county);
    const asked = [
      ['GET', `units/${county}`],
      ['POST', `units/${county}/invitations`],
      ['DELETE', `units/${county}/invitations/${invitations[0]?.id}`],
      ['POST', `units/${county}/filers/${id}/verify`],
      ['DELETE', `units/${county}/filers/${id}`],
      ['POST', `units/${county}/filers/${id}/recovery`],
    ] as const;
    for (const [method, path] of asked) expect([403, 404], `${method} ${path}`).toContain((await hub.as(cookie, method, path)).status);
    const listed = await hub.as(cookie, 'GET', 'units');
    if (listed.status === 200) expect(UnitList.parse(listed.body).items.map(({ key }) => key)).not.toContain(county);
    else expect(listed.status).toBe(403);
  });

  test('is read by the operator above it, who changes nothing', async () => {
    const { cookie } = await hub.anAccount({ role: 'operator', region: 'CN' });
    const { id } = await aNewcomer(county);
    expect((await unitOf(county, cookie)).mayDecide).toBe(false);
    for (const path of [`units/${county}/invitations`, `units/${county}/filers/${id}/verify`, `units/${county}/filers/${id}/recovery`])
      expect((await hub.as(cookie, 'POST', path)).status).toBe(403);
  });

  test('is found by its name or another one, where somebody waits first', async () => {
    const { cookie } = await hub.anAccount({ role: 'reviewer', region: '450000' });
    await aNewcomer(county);
    const list = async (q: string) => UnitList.parse((await hub.as(cookie, 'GET', `units?q=${encodeURIComponent(q)}`)).body);
    const all = await list('');
    expect(all.items[0]?.waiting).toBeGreaterThan(0);
    expect(all.items.every(({ region }) => region.startsWith('45'))).toBe(true);
    expect((await list('自然博物馆')).items.map(({ key }) => key)).toEqual([museum]);
    expect((await list('zrbwg')).items.map(({ key }) => key)).toEqual([museum]);
    expect((await list('没有这个单位')).items).toEqual([]);
  });
});
