import { once } from 'node:events';
import { OwnSignIns, SignedIn } from '@yunhui/contracts';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cookieFrom, posted } from '../../../test/http-hub.js';
import { type ProgrammeHub, startProgrammeHub } from '../../../test/programme-hub.js';

let hub: ProgrammeHub;
beforeAll(async () => {
  hub = await startProgrammeHub({ RATE_LIMITS: 'off' });
}, 60_000);
afterAll(() => hub[Symbol.asyncDispose]());

/** Somebody's sign-in, with a socket that is open at a node. */
async function aSignIn(login: string, address = hub.address) {
  const answer = await hub.ask('/api/v1/sign-in', posted({ login, password: 'a password of the test' }));
  const { ticket } = SignedIn.parse(await answer.json());
  const socket = io(address, { path: '/rt', transports: ['websocket'], auth: { ticket }, forceNew: true, reconnection: false });
  await once(socket as never, 'hello');
  return { cookie: cookieFrom(answer), socket, [Symbol.dispose]: () => void socket.disconnect() };
}
const remove = (path: string, cookie: string) =>
  hub.ask(`/api/v1/${path}`, { method: 'DELETE', headers: { cookie, origin: 'http://localhost' } });
const signInsOf = async (cookie: string) =>
  OwnSignIns.parse(await (await hub.ask('/api/v1/me/sign-ins', { headers: { cookie } })).json()).items;
/** A revocation reaches every node in 2 s; beside other tests a little is added for the machine. */
const soon = { timeout: 3_000, interval: 20 };

describe('ending all other sign-ins', () => {
  test('leaves the one that asks, and closes the sockets of all others on every node', async () => {
    await using node = await hub.anotherNode();
    using mine = await aSignIn('host');
    using there = await aSignIn('host', node?.address ?? hub.address);
    using here = await aSignIn('host');
    using others = await aSignIn('reviewer');
    expect(await signInsOf(mine.cookie)).toHaveLength(3);
    expect((await remove('me/sign-ins', mine.cookie)).status).toBe(200);
    await expect.poll(() => [there.socket.connected, here.socket.connected], soon).toEqual([false, false]);
    expect([mine.socket.connected, others.socket.connected]).toEqual([true, true]);
    expect((await signInsOf(mine.cookie)).map(({ current }) => current)).toEqual([true]);
    for (const { cookie } of [there, here]) expect((await hub.ask('/api/v1/ticket', posted({}, { cookie }))).status).toBe(401);
  });

  test('is nothing for who has none, and no error for who has one', async () => {
    expect((await hub.ask('/api/v1/me/sign-ins', { method: 'DELETE', headers: { origin: 'http://localhost' } })).status).toBe(401);
    using only = await aSignIn('operator');
    for (let times = 0; times < 2; times += 1) expect((await remove('me/sign-ins', only.cookie)).status).toBe(200);
    expect(only.socket.connected).toBe(true);
  });
});

test('ending one closes its socket, and no other', async () => {
  using mine = await aSignIn('moderator');
  using other = await aSignIn('moderator');
  const elsewhere = (await signInsOf(mine.cookie)).find(({ current }) => !current);
  expect((await remove(`me/sign-ins/${elsewhere?.id}`, mine.cookie)).status).toBe(200);
  await expect.poll(() => other.socket.connected, soon).toBe(false);
  expect(mine.socket.connected).toBe(true);
});
