import { createHmac, randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import type { OwnPhone, OwnSignIns, SentCode, SignedIn } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aServer, type OwnServer } from '../../../../test/a-server.js';
import { type Answer, type FilingHub, startFilingHub } from '../../../../test/filing-hub.js';
import { posted } from '../../../../test/http-hub.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/index.js';
import { AccountDesk } from '../index.js';

const password = 'a password of the test';
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
/** A guard: what is sent without being waited for is there at once. */
const soon = { timeout: 5_000, interval: 20 };

type Came = { headers: IncomingHttpHeaders; body: string };
const came: Came[] = [];
const answers = { status: 204 };

let verifier: OwnServer;
let hub: FilingHub;
beforeAll(async () => {
  verifier = await aServer((request, response) => {
    void text(request).then((body) => {
      came.push({ headers: request.headers, body });
      response.writeHead(answers.status).end();
    });
  });
  hub = await startFilingHub({ PHONE_VERIFIER_URL: `${verifier.origin}/codes`, PHONE_VERIFIER_SECRET: secret });
}, 60_000);
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
  await verifier[Symbol.asyncDispose]();
});
beforeEach(() => {
  came.length = 0;
  answers.status = 204;
});

let numbers = 0;
const aNumber = (): string => `139${String((numbers += 1)).padStart(8, '0')}`;
const sentTo = (phone: string): string[] =>
  came.flatMap(({ body }) => {
    const said = JSON.parse(body) as { phone: string; code: string };
    return said.phone === `+86${phone}` ? [said.code] : [];
  });
/** The code that comes there next, or has come last: each is read once. */
const codeTo = async (phone: string): Promise<string> => {
  await expect.poll(() => sentTo(phone).length, soon).toBeGreaterThan(0);
  const code = sentTo(phone).at(-1) ?? '';
  came.length = 0;
  return code;
};
const pass = (ms: number): void => {
  (hub.app.get(Clock) as { aheadMs: number }).aheadMs += ms;
};
const give = (cookie: string, phone: string, by = password): Promise<Answer<SentCode>> =>
  hub.as<SentCode>(cookie, 'PUT', 'me/phone', { phone, password: by });
const confirm = (cookie: string, id: string, code: string): Promise<Answer<OwnPhone>> =>
  hub.as<OwnPhone>(cookie, 'POST', 'me/phone/confirm', { id, code });
const askCode = (phone: string): Promise<Answer<SentCode>> => hub.as<SentCode>('', 'POST', 'phones/codes', { phone });
const enter = (id: string, code: string): Promise<Answer<SignedIn>> => hub.as<SignedIn>('', 'POST', 'phones/sign-in', { id, code });
/** Another code than that one. */
const not = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** An account that signs in by a number of its own. */
async function withPhone() {
  const account = await hub.anAccount({ role: 'host', region: 'CN' });
  const phone = aNumber();
  const { body } = await give(account.cookie, phone);
  expect((await confirm(account.cookie, body.id, await codeTo(phone))).status).toBe(200);
  return { ...account, phone };
}

describe('a phone number', () => {
  test('is confirmed by the code that was sent there, and shown masked', async () => {
    const { cookie, id } = await hub.anAccount({ role: 'host', region: 'CN' });
    const phone = aNumber();
    const given = await give(cookie, ` ${phone.slice(0, 3)} ${phone.slice(3)} `);
    expect(given).toMatchObject({ status: 200, body: { id: expect.any(String), until: expect.stringContaining('+08:00') } });
    expect(JSON.stringify(given.body)).not.toContain(sentTo(phone)[0]);
    expect((await hub.as<OwnPhone>(cookie, 'GET', 'me/phone')).body).toEqual({ offered: true });
    const confirmed = await confirm(cookie, given.body.id, sentTo(phone)[0] ?? '');
    expect(confirmed.body).toEqual({ offered: true, phone: `139****${phone.slice(-4)}` });
    expect(await hub.audited(id)).toMatchObject([{ act: 'phone.confirmed' }]);
    const kept = await hub.app.get(Database).rows(sql`select * from audit_entries where subject = ${id}`);
    expect(JSON.stringify(kept)).not.toContain(phone);
  });

  test('is brought to the verifier with its code, signed as webhooks are', async () => {
    const { cookie } = await hub.anAccount({ role: 'host', region: 'CN' });
    await give(cookie, aNumber());
    const [{ headers, body } = { headers: {}, body: '' }] = came;
    expect(JSON.parse(body)).toEqual({ phone: expect.stringMatching(/^\+86139\d{8}$/), code: expect.stringMatching(/^\d{6}$/) });
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
  });

  test('is given by who has the password alone', async () => {
    const { cookie } = await hub.anAccount({ role: 'host', region: 'CN' });
    expect(await give(cookie, aNumber(), 'another')).toMatchObject({ status: 401, body: { code: 'sign-in.refused' } });
    expect(await give('', aNumber())).toMatchObject({ status: 401, body: { code: 'ticket.missing' } });
    expect(came).toEqual([]);
  });

  test('has to be one', async () => {
    const { cookie } = await hub.anAccount({ role: 'host', region: 'CN' });
    expect(await give(cookie, '110')).toMatchObject({ status: 400, body: { code: 'phone.refused', field: 'phone' } });
  });

  test('is one account’s, which is told only to who has the phone', async () => {
    const { phone } = await withPhone();
    const other = await hub.anAccount({ role: 'host', region: 'CN' });
    const { status, body } = await give(other.cookie, phone);
    expect(status).toBe(200);
    expect(await confirm(other.cookie, body.id, await codeTo(phone))).toMatchObject({ status: 409, body: { code: 'phone.taken' } });
    expect((await hub.as<OwnPhone>(other.cookie, 'GET', 'me/phone')).body).toEqual({ offered: true });
  });

  test('is confirmed by the account that gave it alone', async () => {
    const [one, other] = [await hub.anAccount({ role: 'host', region: 'CN' }), await hub.anAccount({ role: 'host', region: 'CN' })];
    const phone = aNumber();
    const { body } = await give(one.cookie, phone);
    expect((await confirm(other.cookie, body.id, await codeTo(phone))).body.code).toBe('phone.code-spent');
  });

  test('is taken away by its owner, and by a new password', async () => {
    const { cookie, phone } = await withPhone();
    expect((await hub.as<OwnPhone>(cookie, 'DELETE', 'me/phone')).body).toEqual({ offered: true });
    expect((await askCode(phone)).status).toBe(200);
    const other = await withPhone();
    const desk = hub.app.get(AccountDesk, { strict: false });
    const card = await desk.cardOf(other.id);
    if (!card) throw new Error('the account was just made');
    await desk.setPassword(card, password, async () => undefined);
    expect((await hub.audited(other.id)).at(-1)).toMatchObject({ act: 'phone.removed', reason: '设了新密码' });
  });

  test('that the verifier does not take is said to be not reached', async () => {
    const { cookie } = await hub.anAccount({ role: 'host', region: 'CN' });
    answers.status = 503;
    expect(await give(cookie, aNumber())).toMatchObject({ status: 503, body: { code: 'phone.not-sent', retry: 'later' } });
  });
});

describe('a code', () => {
  test('signs in whose number it was sent to, in wide digits too, and is good once', async () => {
    const { id: user, phone, cookie } = await withPhone();
    const { body } = await askCode(phone);
    const code = await codeTo(phone);
    const wide = [...code].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
    const answer = await enter(body.id, `${wide.slice(0, 3)} ${wide.slice(3)}`);
    expect(answer).toMatchObject({ status: 200, body: { user: { id: user, kind: 'account' } } });
    expect((await enter(body.id, code)).body.code).toBe('phone.code-spent');
    expect((await hub.as<OwnSignIns>(cookie, 'GET', 'me/sign-ins')).body.items).toHaveLength(2);
  });

  test('sets the cookie of the sign-in', async () => {
    const { phone } = await withPhone();
    const { body } = await askCode(phone);
    const answer = await hub.ask('/api/v1/phones/sign-in', posted({ id: body.id, code: await codeTo(phone) }));
    expect(answer.headers.getSetCookie()[0]).toMatch(/^hub=[\w-]{43}; .*HttpOnly/);
  });

  test('is not sent to a number that no account has, and nobody can tell', async () => {
    const [known, unknown] = [(await withPhone()).phone, aNumber()];
    came.length = 0;
    const asked = [await askCode(known), await askCode(unknown)];
    expect(asked.map(({ status, body }) => [status, Object.keys(body).toSorted()])).toEqual([
      [200, ['id', 'until']],
      [200, ['id', 'until']],
    ]);
    const code = await codeTo(known);
    expect(sentTo(unknown)).toEqual([]);
    for (const { body } of asked) {
      const said = [];
      for (let tries = 0; tries < 6; tries += 1) said.push((await enter(body.id, not(code))).body.code);
      expect(said).toEqual([...Array.from({ length: 5 }, () => 'phone.code-wrong'), 'phone.code-spent']);
    }
    expect((await enter(asked[0]?.body.id ?? '', code)).body.code).toBe('phone.code-spent');
  });

  test('is tried five times, also all at once', async () => {
    const { phone } = await withPhone();
    const { body } = await askCode(phone);
    const code = await codeTo(phone);
    const tries = await Promise.all(Array.from({ length: 12 }, () => enter(body.id, not(code))));
    expect(tries.filter((answer) => answer.body.code === 'phone.code-wrong')).toHaveLength(5);
  });

  test('is good for five minutes', async () => {
    const { phone } = await withPhone();
    const { body } = await askCode(phone);
    const code = await codeTo(phone);
    pass(301_000);
    expect((await enter(body.id, code)).body.code).toBe('phone.code-spent');
  });

  test('to confirm a number signs nobody in, and the other way round', async () => {
    const { cookie, phone } = await withPhone();
    const given = await give(cookie, aNumber());
    expect((await enter(given.body.id, '000000')).body.code).toBe('phone.code-spent');
    const asked = await askCode(phone);
    expect((await confirm(cookie, asked.body.id, await codeTo(phone))).body.code).toBe('phone.code-spent');
  });

  test('signs nobody in whose number it is no longer', async () => {
    const { cookie, phone } = await withPhone();
    const { body } = await askCode(phone);
    const code = await codeTo(phone);
    await hub.as(cookie, 'DELETE', 'me/phone');
    expect((await enter(body.id, code)).body.code).toBe('phone.code-spent');
  });

  test('is kept as a hash that takes its time', async () => {
    const { phone } = await withPhone();
    await askCode(phone);
    const code = await codeTo(phone);
    const rows = await hub.app.get(Database).rows<{ code_hash: string }>(sql`select code_hash from phone_codes`);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ code_hash: hash }) => hash.startsWith('$argon2id$') && !hash.includes(code))).toBe(true);
  });

  test('that was never made is none', async () => {
    expect(await enter(randomUUID(), '123456')).toMatchObject({ status: 409, body: { code: 'phone.code-spent' } });
  });
});

const limitedHub = () =>
  startFilingHub({ PHONE_VERIFIER_URL: `${verifier.origin}/codes`, PHONE_VERIFIER_SECRET: secret, RATE_LIMITS: 'on' });

test('wrong codes to one number are counted over all its codes', async () => {
  await using limited = await limitedHub();
  const enterThere = (body: object) => limited.as('', 'POST', 'phones/sign-in', body);
  const phone = aNumber();
  const said: (string | undefined)[] = [];
  for (let codes = 0; codes < 5; codes += 1) {
    const { id } = (await limited.as<SentCode>('', 'POST', 'phones/codes', { phone })).body;
    for (let tries = 0; tries < 5; tries += 1) said.push((await enterThere({ id, code: '000000' })).body.code);
  }
  expect(said.slice(0, 20).filter((code) => code !== 'phone.code-wrong')).toEqual([]);
  expect(said.slice(20)).toEqual(Array.from({ length: 5 }, () => 'limit.reached'));
}, 60_000);

test('codes are asked for five times an hour of one number, whether anybody has it or not', async () => {
  await using limited = await limitedHub();
  const ask = (phone: string) => limited.as<SentCode>('', 'POST', 'phones/codes', { phone });
  const phone = aNumber();
  const statuses = [];
  for (let times = 0; times < 6; times += 1) statuses.push((await ask(phone)).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  expect((await ask(aNumber())).status).toBe(200);
}, 60_000);

test('a hub without a verifier offers none', async () => {
  await using plain = await startFilingHub();
  const { cookie } = await plain.anAccount({ role: 'host', region: 'CN' });
  expect((await plain.as<OwnPhone>(cookie, 'GET', 'me/phone')).body).toEqual({ offered: false });
  const phone = aNumber();
  expect(await plain.as(cookie, 'PUT', 'me/phone', { phone, password })).toMatchObject({ status: 404, body: { code: 'phone.off' } });
  expect((await plain.as('', 'POST', 'phones/codes', { phone })).body.code).toBe('phone.off');
}, 60_000);
