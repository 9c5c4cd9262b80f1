import { SignedIn } from '@yunhui/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cookieFrom, type HttpHub, posted, startHttpHub } from '../../../test/http-hub.js';
import { Revocations, SocketAuthenticator, Tickets } from '../../platform/auth/index.js';
import { SigningKeys } from '../../platform/auth/signing-keys.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/index.js';
import { AccountsRepository } from './accounts.repository.js';

let hub: HttpHub;
beforeAll(async () => {
  hub = await startHttpHub();
});
afterAll(() => hub[Symbol.asyncDispose]());

const aGuest = async () => {
  const answer = await hub.ask('/api/v1/guests', posted({ displayName: 'Ada' }));
  return { cookie: cookieFrom(answer), signedIn: SignedIn.parse(await answer.json()) };
};

describe('a ticket', () => {
  const verify = (ticket: string) => hub.app.get(Tickets).verify(ticket);

  test.each(['', 'x', 'a.b.c', 'eyJhbGciOiJub25lIn0.e30.', `${'x'.repeat(9_000)}`])('that is not ours is refused (%#)', async (ticket) => {
    await expect(verify(ticket)).rejects.toMatchObject({ code: 'ticket.refused' });
  });

  test('that was changed is refused', async () => {
    const [head, body = '', mark] = (await aGuest()).signedIn.ticket.split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...claims, kind: 'account' })).toString('base64url');
    await expect(verify(`${head}.${forged}.${mark}`)).rejects.toMatchObject({ code: 'ticket.refused' });
  });

  test('is good on a node that has never seen its key, and after the keys were changed', async () => {
    const { ticket, user } = (await aGuest()).signedIn;
    await hub.app.get(SigningKeys, { strict: false }).rotate();
    expect((await verify(ticket)).user).toEqual(user);
    const { signedIn } = await aGuest();
    expect(signedIn.ticket.split('.')[0]).not.toBe(ticket.split('.')[0]);
    expect((await verify(signedIn.ticket)).user).toEqual(signedIn.user);
  });

  test('is refused once its holder may do other things', async () => {
    const { signedIn, cookie } = await aGuest();
    await hub.app.get(AccountsRepository, { strict: false }).setGrants(signedIn.user.id, [{ role: 'host', region: '450000' }]);
    await expect(verify(signedIn.ticket)).rejects.toMatchObject({ code: 'ticket.refused' });
    const fresh = SignedIn.parse(await (await hub.ask('/api/v1/ticket', posted({}, { cookie }))).json());
    expect((await verify(fresh.ticket)).user.grants).toEqual([{ role: 'host', region: '450000' }]);
  });

  test('that is no text is refused at the door of a socket, and none makes a viewer', async () => {
    const door = hub.app.get(SocketAuthenticator);
    await expect(door.viewerOf({ request: aRequest(), auth: { ticket: 7 } })).rejects.toMatchObject({ code: 'ticket.refused' });
    const [one, two] = await Promise.all([
      door.viewerOf({ request: aRequest(), auth: {} }),
      door.viewerOf({ request: aRequest(), auth: {} }),
    ]);
    expect(one.user).toBeUndefined();
    expect(one.device).not.toBe(two.device);
  });
});

test('another node hears of a revocation by its number', async () => {
  const { signedIn, cookie } = await aGuest();
  const other = new Revocations(hub.app.get(Database), hub.app.get(Clock));
  await other.onModuleInit();
  const identity = await hub.app.get(Tickets).verify(signedIn.ticket);
  await hub.ask('/api/v1/sign-out', posted({}, { cookie }));
  expect(other.isRevoked(identity)).toBe(false);
  await other.heard(await other.newest());
  expect(other.isRevoked(identity)).toBe(true);
});

function aRequest() {
  return { headers: {}, socket: { remoteAddress: '192.0.2.7' } } as never;
}
