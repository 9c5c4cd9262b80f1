import { Me, Problem, ShownSetup, SignedIn } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { type AHub, aHub } from '../../../test/a-hub.js';
import { cookieFrom, posted } from '../../../test/http-hub.js';
import { Database } from '../../platform/database/index.js';
import { FirstOperator } from './index.js';

const wanted = { login: 'first', name: '韦明', password: 'sail by lantern' };
const offer = (hub: AHub) => hub.app.get(FirstOperator, { strict: false }).offer();
const open = (hub: AHub, path: string, body: object) => fetch(`${hub.url}/api/v1/${path}`, posted(body));
const codeOf = async (answer: Response) => Problem.parse(await answer.json()).code;
const links = (hub: AHub) =>
  hub.app
    .get(Database)
    .rows<{ good: boolean }>(sql`select revoked_at is null and used_at is null as good from one_time_links where kind = 'setup'`);

describe('a hub that nobody operates', () => {
  test('makes a link at its start, of which the newest counts; whoever opens it operates the whole, and nobody after them', async () => {
    await using hub = await aHub();
    expect(await links(hub)).toEqual([{ good: true }]);
    const [older = '', token = ''] = [await offer(hub), await offer(hub)];
    expect(await codeOf(await open(hub, 'setup/look', { token: older }))).toBe('setup.unknown');
    const { expiresAt } = ShownSetup.parse(await (await open(hub, 'setup/look', { token })).json());
    expect(Math.abs(Date.parse(expiresAt) - Date.now() - 86_400_000)).toBeLessThan(60_000);
    expect(await codeOf(await open(hub, 'setup', { ...wanted, token, password: 'lantern' }))).toBe('password.refused');

    const come = (login: string) => open(hub, 'setup', { ...wanted, token, login });
    const [one, other] = await Promise.all([come('first'), come('second')]);
    expect([one.status, other.status].toSorted((first, second) => first - second)).toEqual([201, 404]);
    const made = one.ok ? one : other;
    const { user } = SignedIn.parse(await made.json());
    expect(user).toMatchObject({ name: '韦明', kind: 'account', grants: [{ role: 'operator', region: 'CN' }] });

    expect(await offer(hub)).toBeUndefined();
    expect((await links(hub)).some(({ good }) => good)).toBe(false);
    const acts = await hub.app.get(Database).rows<{ act: string }>(sql`select act from audit_entries where subject = ${user.id}`);
    expect(acts).toEqual([{ act: 'role.given' }]);
  });

  test('has its only operator stay, until there is another', async () => {
    await using hub = await aHub();
    const token = (await offer(hub)) ?? '';
    const answer = await open(hub, 'setup', { ...wanted, token });
    const [cookie, { user }] = [cookieFrom(answer), SignedIn.parse(await answer.json())];
    const ask = async (method: string, path: string, body?: object) => {
      const init = body ? posted(body, { cookie, origin: hub.url }) : { method, headers: { cookie, origin: hub.url } };
      return fetch(`${hub.url}/api/v1/${path}`, { ...init, method });
    };
    const own = `staff/${user.id}/roles/operator/CN`;
    expect(await codeOf(await ask('DELETE', own))).toBe('role.last-operator');
    const { token: second } = (await (await ask('POST', 'staff/invitations', { role: 'operator', region: 'CN' })).json()) as {
      token: string;
    };
    expect((await open(hub, 'appointments/sign-up', { ...wanted, login: 'second', token: second })).status).toBe(201);
    expect((await ask('DELETE', own)).status).toBe(200);
    expect(Me.parse(await (await ask('GET', 'me')).json()).user?.grants).toEqual([]);
  });

  test('is let have another by who has the machine', async () => {
    await using hub = await aHub({ OPERATOR_LINK: 'on' });
    for (const login of ['first', 'second']) {
      const token = (await offer(hub)) ?? '';
      expect((await open(hub, 'setup', { ...wanted, login, token })).status).toBe(201);
      expect(await codeOf(await open(hub, 'setup/look', { token }))).toBe('setup.unknown');
    }
  });

  test('is none with the demo, which brings its own', async () => {
    await using hub = await aHub({ DEMO: 'on', DEMO_VISITORS: 'off' });
    expect(await links(hub)).toEqual([]);
    expect(await offer(hub)).toBeUndefined();
  });
});
