import { randomUUID } from 'node:crypto';
import {
  type ApplyForUnit,
  type DeskApplication,
  type DeskApplications,
  type Filing,
  type FilingUnits,
  type FoundRegions,
  type Inbox,
  type OwnApplications,
  Role,
  SignedIn,
  type UnitApplication,
  type UnitList,
  type UnitNames,
} from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FilingHub, startFilingHub } from '../../../test/filing-hub.js';
import { cookieFrom, posted } from '../../../test/http-hub.js';
import { Database } from '../../platform/database/index.js';

let hub: FilingHub;
beforeAll(async () => {
  hub = await startFilingHub();
}, 60_000);
afterAll(() => hub[Symbol.asyncDispose]());

/** Somebody whom nobody has invited. */
async function anApplicant(): Promise<{ cookie: string; id: string }> {
  const login = `n-${randomUUID().slice(0, 8)}`;
  const answer = await hub.ask('/api/v1/applicants', posted({ login, name: '新来的人', password: 'a password of the test' }));
  expect(answer.status).toBe(201);
  const { user } = SignedIn.parse(await answer.json());
  return { cookie: cookieFrom(answer), id: user.id };
}
const aName = () => `南宁市${randomUUID().slice(0, 6)}科学教育中心`;
const wantedOf = async (cookie: string, changes: Partial<ApplyForUnit> = {}): Promise<ApplyForUnit> => ({
  name: aName(),
  type: 'institution',
  region: '450100',
  note: '公章在办公室',
  seal: await hub.aPicture(cookie, 'seal'),
  ...changes,
});
const apply = (cookie: string, wanted: ApplyForUnit) => hub.as<UnitApplication>(cookie, 'POST', 'unit-applications', wanted);
const anApplication = async (cookie: string, changes: Partial<ApplyForUnit> = {}) =>
  (await apply(cookie, await wantedOf(cookie, changes))).body;
const waitingAt = async (cookie: string) => (await hub.as<DeskApplications>(cookie, 'GET', 'unit-applications')).body.items;
const decide = (cookie: string, id: string, verb: 'approve' | 'decline', body: object) =>
  hub.as<DeskApplication>(cookie, 'POST', `unit-applications/${id}/${verb}`, body);
const aReviewer = async (region: string) => (await hub.anAccount({ role: 'reviewer', region })).cookie;

describe('a unit that the registry does not have', () => {
  test('is applied for with its seal, written for at once, and files once it is let in', async () => {
    const applicant = await anApplicant();
    const wanted = await wantedOf(applicant.cookie);
    const application = (await apply(applicant.cookie, wanted)).body;
    expect(application).toMatchObject({
      version: 1,
      state: 'waiting',
      unit: { name: wanted.name, type: 'institution', region: { key: '450100' } },
      note: wanted.note,
    });
    const { key } = application.unit;
    const ownUnit = async () => (await hub.as<FilingUnits>(applicant.cookie, 'GET', 'filings/units')).body.items;
    expect(await ownUnit()).toEqual([expect.objectContaining({ key, ladder: ['450100', '450000'], isVerified: false })]);

    // A draft may be written, and not handed in.
    const draft = await hub.aDraft(applicant.cookie, key);
    const submit = () => hub.as<Filing>(applicant.cookie, 'POST', `filings/${draft.id}/submit`, { version: draft.version });
    expect(await submit()).toMatchObject({ status: 403, body: { code: 'filer.unverified' } });

    // Nor does the hub ask others' servers for somebody whom nobody has vouched for.
    const check = async () =>
      (await hub.ask('/api/v1/links/check-up', posted({ address: 'https://live.example.org/a.m3u8' }, { cookie: applicant.cookie })))
        .status;
    expect(await check()).toBe(403);

    // Nobody finds it yet, nor does anybody come to file for it by another way.
    const reviewer = await aReviewer('450100');
    const named = async () =>
      (await hub.as<UnitNames>(applicant.cookie, 'GET', `filings/unit-names?q=${encodeURIComponent(wanted.name)}`)).body.items;
    const listed = async () => (await hub.as<UnitList>(reviewer, 'GET', `units?q=${encodeURIComponent(wanted.name)}`)).body.items;
    expect([await named(), await listed()]).toEqual([[], []]);
    for (const path of [`units/${key}/invitations`, `units/${key}/filers/${applicant.id}/verify`])
      expect(await hub.as(reviewer, 'POST', path, {})).toMatchObject({ status: 404, body: { code: 'organization.unknown' } });

    const waiting = (await waitingAt(reviewer)).find(({ id }) => id === application.id);
    expect(waiting).toMatchObject({ by: { name: '新来的人' }, alike: [], mayDecide: true });
    const approved = await decide(reviewer, application.id, 'approve', { version: 1 });
    expect(approved).toMatchObject({ status: 200, body: { state: 'approved', version: 2, mayDecide: false } });
    expect(await ownUnit()).toEqual([expect.objectContaining({ key, isVerified: true })]);
    expect((await submit()).status).toBe(200);
    await expect.poll(check, { timeout: 5_000 }).toBe(200);
    await expect.poll(async () => (await listed()).map((unit) => unit.key), { timeout: 10_000 }).toEqual([key]);
    expect((await named()).map((unit) => unit.key)).toEqual([key]);
    const inbox = await hub.as<Inbox>(applicant.cookie, 'GET', 'inbox');
    expect(inbox.body.items).toEqual([expect.objectContaining({ kind: 'unit.approved', title: wanted.name, path: '/host/filings' })]);
    expect((await hub.audited(key)).map(({ act }) => act)).toEqual(
      expect.arrayContaining(['unit.applied', 'filer.joined', 'filer.verified', 'unit.approved']),
    );
  });

  test('that is declined is corrected and waits again, and nobody decides what they have not seen', async () => {
    const { cookie } = await anApplicant();
    const wanted = await wantedOf(cookie);
    const { id } = (await apply(cookie, wanted)).body;
    const reviewer = await aReviewer('450100');
    expect(await decide(reviewer, id, 'decline', { version: 1, reason: ' ' })).toMatchObject({ status: 400 });
    const declined = await decide(reviewer, id, 'decline', { version: 1, reason: '名称与公章不符' });
    expect(declined.body).toMatchObject({ state: 'declined', version: 2, reason: '名称与公章不符' });
    const mine = async () => (await hub.as<OwnApplications>(cookie, 'GET', 'unit-applications/mine')).body.items;
    expect(await mine()).toEqual([expect.objectContaining({ id, state: 'declined', reason: '名称与公章不符' })]);

    // To another city: that one's reviewers decide now.
    const corrected = { ...wanted, name: aName(), region: '450300', version: 2 };
    expect(await hub.as(cookie, 'PUT', `unit-applications/${id}`, { ...corrected, version: 1 })).toMatchObject({
      status: 409,
      body: { code: 'application.changed', application: { version: 2 } },
    });
    const again = await hub.as<UnitApplication>(cookie, 'PUT', `unit-applications/${id}`, corrected);
    expect(again).toMatchObject({
      status: 200,
      body: { state: 'waiting', version: 3, unit: { name: corrected.name, region: { key: '450300' } } },
    });
    expect(again.body).not.toHaveProperty('reason');
    expect((await waitingAt(reviewer)).map((one) => one.id)).not.toContain(id);
    expect((await decide(reviewer, id, 'approve', { version: 3 })).status).toBe(404);
    const guilin = await aReviewer('450300');
    expect(await decide(guilin, id, 'approve', { version: 2 })).toMatchObject({ status: 409, body: { code: 'application.changed' } });
    const [one, other] = await Promise.all([
      decide(guilin, id, 'approve', { version: 3 }),
      decide(await aReviewer('450000'), id, 'decline', { version: 3, reason: '不属于本级' }),
    ]);
    expect([one.status, other.status].toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await mine()).map(({ version }) => version)).toEqual([4]);
  });

  test('has its seal looked at by who decides, and by nobody else', async () => {
    const { cookie } = await anApplicant();
    const wanted = await wantedOf(cookie, { region: '450100' });
    await apply(cookie, wanted);
    const others = [
      '',
      (await anApplicant()).cookie,
      await hub.aFiler('nanning-kexie'),
      await aReviewer('450300'),
      await aReviewer('LINE-SOCIETY'),
      (await hub.anAccount({ role: 'operator', region: 'CN' })).cookie,
      (await hub.anAccount({ role: 'moderator', region: 'CN' })).cookie,
    ];
    for (const other of others) expect(await hub.sees(other, wanted.seal)).toBe(404);
    for (const one of [cookie, await aReviewer('450100'), await aReviewer('450000'), await aReviewer('CN')])
      expect(await hub.sees(one, wanted.seal)).toBe(200);
  });

  test.each<[string, (wanted: ApplyForUnit) => Promise<object> | object, number, object]>([
    ['without a name', (wanted) => ({ ...wanted, name: '科协' }), 400, { code: 'request.malformed', field: 'name' }],
    ['with two lines for a name', (wanted) => ({ ...wanted, name: '南宁市科学\n教育中心' }), 400, { field: 'name' }],
    ['with a name of 101 letters', (wanted) => ({ ...wanted, name: '科'.repeat(101) }), 400, { field: 'name' }],
    ['of a kind that there is not', (wanted) => ({ ...wanted, type: 'club' }), 400, { field: 'type' }],
    ['in a region that there is not', (wanted) => ({ ...wanted, region: '999999' }), 404, { code: 'region.unknown' }],
    ['that the registry has', (wanted) => ({ ...wanted, name: '广西自然博物馆' }), 409, { code: 'organization.taken', field: 'name' }],
    ['without its seal', ({ seal: _, ...wanted }) => wanted, 400, { field: 'seal' }],
    [
      'with the seal of somebody else',
      async (wanted) => ({ ...wanted, seal: await hub.aPicture((await anApplicant()).cookie, 'seal') }),
      404,
      { code: 'upload.unknown' },
    ],
  ])('is not applied for %s', async (_, make, status, body) => {
    const { cookie } = await anApplicant();
    const answer = await hub.as(cookie, 'POST', 'unit-applications', await make(await wantedOf(cookie)));
    expect(answer).toMatchObject({ status, body });
    expect((await hub.as<OwnApplications>(cookie, 'GET', 'unit-applications/mine')).body.items).toEqual([]);
    expect((await hub.as<FilingUnits>(cookie, 'GET', 'filings/units')).body.items).toEqual([]);
  });

  test('is let in once, whoever else applied for the same', async () => {
    const [one, other] = [await anApplicant(), await anApplicant()];
    const name = aName();
    const [first, second] = [await anApplication(one.cookie, { name }), await anApplication(other.cookie, { name })];
    const [nanning, guangxi] = [await aReviewer('450100'), await aReviewer('450000')];
    const both = await Promise.all([
      decide(nanning, first.id, 'approve', { version: 1 }),
      decide(guangxi, second.id, 'approve', { version: 1 }),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'organization.taken' });
    const entered = await hub.app.get(Database).rows(sql`select 1 from organizations where name = ${name} and basis = 'registered'`);
    expect(entered).toHaveLength(1);
  });

  test('stands beside the units that are called alike: it may be one of them', async () => {
    const { cookie } = await anApplicant();
    const { id } = await anApplication(cookie, { name: '广西自然科学博物馆', region: '450000' });
    const waiting = (await waitingAt(await aReviewer('450000'))).find((one) => one.id === id);
    expect(waiting?.alike[0]).toEqual({ key: 'gx-nature-museum', name: '广西自然博物馆' });
    expect(waiting?.alike.length).toBeLessThanOrEqual(3);
  });

  test('is one of five at most that wait for one person', async () => {
    const { cookie } = await anApplicant();
    for (let at = 0; at < 5; at += 1) await anApplication(cookie);
    expect(await apply(cookie, await wantedOf(cookie))).toMatchObject({ status: 409, body: { code: 'application.too-many' } });
  });
});

test('who decides: every role in every region', async () => {
  const applicant = await anApplicant();
  const regions = ['CN', '450000', '450100', '450300', '510000', 'LINE-MINISTRY', 'LINE-SOCIETY'];
  const above = { '450100': ['450100', '450000', 'CN'], 'LINE-SOCIETY': ['LINE-SOCIETY', 'CN'] } as const;
  const applications = [
    { home: '450100' as const, ...(await anApplication(applicant.cookie)) },
    {
      home: 'LINE-SOCIETY' as const,
      ...(await anApplication(applicant.cookie, { name: `中国${randomUUID().slice(0, 6)}学会`, type: 'society', region: 'CN' })),
    },
  ];
  for (const role of Role.options)
    for (const region of regions) {
      const { cookie } = await hub.anAccount({ role, region });
      const opens = role === 'reviewer' || role === 'operator';
      const list = await hub.as<DeskApplications>(cookie, 'GET', 'unit-applications');
      expect(list.status, `${role} of ${region}`).toBe(opens ? 200 : 403);
      for (const { id, home } of applications) {
        const isAbove = (above[home] as readonly string[]).includes(region);
        const said = `${role} of ${region}, ${home}`;
        expect(opens && list.body.items.some((one) => one.id === id), said).toBe(opens && isAbove);
        // Another version by now: whoever may decide is told so, and nothing is changed by the walk.
        const expected = role !== 'reviewer' ? 403 : isAbove ? 409 : 404;
        expect((await decide(cookie, id, 'approve', { version: 9 })).status, said).toBe(expected);
        expect((await decide(cookie, id, 'decline', { version: 9, reason: 'x' })).status, said).toBe(expected);
        const corrected = { ...(await wantedOf(applicant.cookie)), version: 9 };
        expect((await hub.as(cookie, 'PUT', `unit-applications/${id}`, corrected)).status, said).toBe(role === 'host' ? 404 : 403);
      }
    }
});

test('nobody lets their own unit in', async () => {
  const both = await hub.anAccount({ role: 'host', region: 'UNITS' }, { role: 'reviewer', region: '450000' });
  const application = await anApplication(both.cookie);
  expect((await waitingAt(both.cookie)).find(({ id }) => id === application.id)).toMatchObject({ mayDecide: false });
  expect(await decide(both.cookie, application.id, 'approve', { version: 1 })).toMatchObject({ status: 403 });
});

test('regions are found by name, pinyin, initials and code, the wider first', async () => {
  const find = async (words: string) => (await hub.as<FoundRegions>('', 'GET', `regions?q=${encodeURIComponent(words)}`)).body;
  for (const words of ['南宁', 'nanning', '450100'])
    expect((await find(words)).items[0]).toMatchObject({ key: '450100', above: { key: '450000' } });
  expect((await find('广西')).items[0]).toMatchObject({ key: '450000' });
  expect((await find('')).isMore).toBe(true);
  expect((await find('没有这个地方')).items).toEqual([]);
});
