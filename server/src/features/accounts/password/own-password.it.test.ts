import { once } from 'node:events';
import { Problem, SignedIn } from '@yunhui/contracts';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FilingHub, startFilingHub } from '../../../../test/filing-hub.js';
import { cookieFrom, posted } from '../../../../test/http-hub.js';
import { startProgrammeHub } from '../../../../test/programme-hub.js';

const password = 'a password of the test';
/** A revocation reaches every node in 2 s; beside other tests a little is added for the machine. */
const soon = { timeout: 3_000, interval: 20 };

let hub: FilingHub;
beforeAll(async () => {
  hub = await startFilingHub();
}, 60_000);
afterAll(() => hub[Symbol.asyncDispose]());

const signIn = (login: string, secret = password) => hub.ask('/api/v1/sign-in', posted({ login, password: secret }));
/** How often somebody's password was changed, as the audit has it. */
const changesOf = async (id: string) => (await hub.audited(id)).filter(({ act }) => act === 'password.changed').length;
const change = (cookie: string, newPassword: string, old = password) =>
  hub.as(cookie, 'PUT', 'me/password', { password: old, newPassword });

/** Somebody's sign-in, with a socket that is open at a node. */
async function aSignIn(login: string, address = hub.address) {
  const answer = await signIn(login);
  const { ticket, user } = SignedIn.parse(await answer.json());
  const socket = io(address, { path: '/rt', transports: ['websocket'], auth: { ticket }, forceNew: true, reconnection: false });
  await once(socket as never, 'hello');
  return { cookie: cookieFrom(answer), id: user.id, socket, [Symbol.dispose]: () => void socket.disconnect() };
}

describe('who knows their password sets another', () => {
  test('which holds from then on, is audited, and ends every other sign-in on every node', async () => {
    await using node = await hub.anotherNode();
    using mine = await aSignIn('host');
    using there = await aSignIn('host', node?.address ?? hub.address);
    using others = await aSignIn('reviewer');
    expect((await change(mine.cookie, 'lanterns in the harbour')).status).toBe(200);
    await expect.poll(() => there.socket.connected, soon).toBe(false);
    expect([mine.socket.connected, others.socket.connected]).toEqual([true, true]);
    expect((await hub.ask('/api/v1/ticket', posted({}, { cookie: there.cookie }))).status).toBe(401);
    expect((await hub.ask('/api/v1/ticket', posted({}, { cookie: mine.cookie }))).status).toBe(200);
    expect((await signIn('host')).status).toBe(401);
    expect((await signIn('host', 'lanterns in the harbour')).status).toBe(200);
    expect(await changesOf(mine.id)).toBe(1);
  });

  test('and not when the old one is wrong, or the new one is none', async () => {
    const { cookie, id } = await hub.anAccount({ role: 'moderator', region: 'CN' });
    expect(await change(cookie, 'lanterns in the harbour', 'not my password')).toMatchObject({
      status: 401,
      body: { code: 'sign-in.refused' },
    });
    expect(await change(cookie, 'short')).toMatchObject({ status: 400, body: { code: 'password.refused', field: 'password' } });
    expect(await changesOf(id)).toBe(0);
    expect((await hub.ask('/api/v1/ticket', posted({}, { cookie }))).status).toBe(200);
  });

  test('once, of two who do so at once with the same one', async () => {
    using one = await aSignIn('moderator');
    using other = await aSignIn('moderator');
    const answers = await Promise.all([change(one.cookie, 'the first lantern'), change(other.cookie, 'the second lantern')]);
    expect(answers.map(({ status }) => status).toSorted((first, second) => first - second)).toEqual([200, 401]);
    expect(await changesOf(one.id)).toBe(1);
  });
});

test('whoever has no account has no password to change', async () => {
  const guest = cookieFrom(await hub.ask('/api/v1/guests', posted({ displayName: '小满' })));
  expect(await change(guest, 'lanterns in the harbour')).toMatchObject({ status: 403, body: { code: 'access.refused' } });
  expect((await change('', 'lanterns in the harbour')).status).toBe(401);
});

test('the old password is not guessed here either', async () => {
  await using guarded = await startProgrammeHub();
  const cookie = await guarded.signIn('operator');
  const guess = (old: string) =>
    guarded.ask('/api/v1/me/password', { ...posted({ password: old, newPassword: 'lanterns in the harbour' }, { cookie }), method: 'PUT' });
  const tries = [];
  for (let n = 0; n < 6; n += 1) tries.push((await guess(`guess ${n}`)).status);
  expect(tries).toEqual([401, 401, 401, 401, 401, 429]);
  expect(Problem.parse(await (await guess(password)).json()).code).toBe('limit.reached');
}, 60_000);
