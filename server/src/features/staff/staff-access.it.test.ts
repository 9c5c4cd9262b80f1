import {
  type Grant,
  IssuedLink,
  Role,
  RoleInvitations,
  type RoleTaken,
  SignedIn,
  type StaffGrant,
  StaffPage,
  StaffPlaces,
  StaffRole,
} from '@yunhui/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FilingHub, startFilingHub } from '../../../test/filing-hub.js';
import { posted } from '../../../test/http-hub.js';

const regions = ['CN', '450000', '450100', '510000', 'LINE-MINISTRY'];
const above: Record<string, readonly string[]> = {
  CN: ['CN'],
  '450000': ['450000', 'CN'],
  '450100': ['450100', '450000', 'CN'],
  '450181': ['450181', '450100', '450000', 'CN'], // where somebody of the demo reviews
  '510000': ['510000', 'CN'],
  'LINE-MINISTRY': ['LINE-MINISTRY', 'CN'],
};
const walk = Role.options.flatMap((role) => regions.map((region): Grant => ({ role, region })));
const wanted = StaffRole.options.flatMap((role) => regions.map((region) => ({ role, region })));
/** Moderators have no queue in a city or a line. */
const isHeld = ({ role, region }: StaffGrant) => role !== 'moderator' || !['450100', 'LINE-MINISTRY'].includes(region);
const appoints = ({ role, region }: Grant, where: string) => role === 'operator' && (above[where] ?? []).includes(region);

let hub: FilingHub;
/** Somebody for each role and place, so that each walk finds all of them. */
let colleagues: (StaffGrant & { id: string })[];
beforeAll(async () => {
  hub = await startFilingHub();
  colleagues = [];
  for (const grant of wanted) colleagues.push({ ...grant, id: (await hub.anAccount(grant)).id });
}, 120_000);
afterAll(() => hub[Symbol.asyncDispose]());

describe('role × action × region', () => {
  test.each(walk)('a $role of $region', async (grant) => {
    const { cookie } = await hub.anAccount(grant);
    const all = await hub.anAccount({ role: 'operator', region: 'CN' });
    const opens = grant.role === 'operator';
    const status = async (method: string, path: string, body?: object) => (await hub.as(cookie, method, path, body)).status;

    for (const path of ['staff', 'staff/places', 'staff/invitations']) expect(await status('GET', path), path).toBe(opens ? 200 : 403);
    expect(await status('POST', 'staff/undo', { token: 'x'.repeat(43) })).toBe(opens ? 409 : 403);

    for (const one of wanted) {
      const may = appoints(grant, one.region);
      const answer = await hub.as<IssuedLink>(cookie, 'POST', 'staff/invitations', one);
      expect(answer.status, `invites a ${one.role} of ${one.region}`).toBe(!may ? 403 : isHeld(one) ? 201 : 404);
      if (!isHeld(one)) continue;
      const { token } = may ? answer.body : IssuedLink.parse((await hub.as(all.cookie, 'POST', 'staff/invitations', one)).body);
      const { items } = RoleInvitations.parse((await hub.as(all.cookie, 'GET', 'staff/invitations')).body);
      const invitation = items.at(-1);
      expect(invitation).toMatchObject({ role: one.role, place: { key: one.region } });
      expect(await status('DELETE', `staff/invitations/${invitation?.id}`), `takes back a ${one.role} of ${one.region}`).toBe(
        may ? 200 : opens ? 404 : 403,
      );
      expect((await hub.ask('/api/v1/appointments/look', posted({ token }))).status).toBe(may ? 404 : 200);
    }

    for (const { id, role, region } of colleagues) {
      const may = appoints(grant, region);
      const isAbove = may && (role !== 'operator' || region !== grant.region);
      expect(await status('POST', `staff/${id}/recovery`), `opens the account of a ${role} of ${region}`).toBe(
        !opens ? 403 : !may ? 404 : isAbove ? 201 : 403,
      );
      const taken = await hub.as<RoleTaken>(cookie, 'DELETE', `staff/${id}/roles/${role}/${region}`);
      expect(taken.status, `takes away a ${role} of ${region}`).toBe(may ? 200 : 403);
      if (may) expect(await status('POST', 'staff/undo', { token: taken.body.undo }), `gives back a ${role} of ${region}`).toBe(200);
    }
  });

  test.each(walk.filter(({ role }) => role === 'operator'))('an operator of $region is listed nobody and no place else', async (grant) => {
    const { cookie } = await hub.anAccount(grant);
    const seen = new Set<string>();
    let cursor = '';
    do {
      const page = StaffPage.parse((await hub.as(cookie, 'GET', `staff${cursor && `?cursor=${cursor}`}`)).body);
      for (const { id, roles } of page.items) {
        seen.add(id);
        for (const { place } of roles) expect(appoints(grant, place.key), place.key).toBe(true);
      }
      cursor = page.next ?? '';
    } while (cursor);
    for (const { id, role, region } of colleagues) expect(seen.has(id), `sees a ${role} of ${region}`).toBe(appoints(grant, region));
    for (const region of regions) {
      const { items } = StaffPlaces.parse((await hub.as(cookie, 'GET', `staff/places?q=${region}`)).body);
      expect(
        items.some(({ key }) => key === region),
        region,
      ).toBe(appoints(grant, region));
    }
  });

  test('a viewer without a name is asked to sign in, a guest is refused', async () => {
    const guest = SignedIn.parse(await (await hub.ask('/api/v1/guests', posted({ displayName: 'Ada' }))).json());
    for (const path of ['staff', 'staff/places', 'staff/invitations']) {
      expect((await hub.ask(`/api/v1/${path}`)).status).toBe(401);
      expect((await hub.ask(`/api/v1/${path}`, { headers: { authorization: `Ticket ${guest.ticket}` } })).status).toBe(403);
    }
    const answer = await hub.ask('/api/v1/staff/invitations', posted({ role: 'operator', region: 'CN' }));
    expect(answer.status).toBe(401);
  });
});
