import type { ConfirmedMail, MailSettings, SentAgain, SentMail, SentMailPage } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FilingHub, startFilingHub } from '../../../test/filing-hub.js';
import { aMailServer, type MailServer } from '../../../test/mail-server.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/index.js';
import { waitsMs } from '../../platform/retries.rules.js';
import { FilersService } from '../organizations/index.js';
import { Mailer } from './mailer.js';
import { MailsRepository } from './mails.repository.js';
import { PostingService } from './posting.service.js';

const museum = 'gx-nature-museum';
/** A guard: a mail is due at once and noticed within a second. */
const soon = { timeout: 15_000, interval: 50 };

let server: MailServer;
let hub: FilingHub;
let province: string;
let keeper: string;
beforeAll(async () => {
  server = await aMailServer();
  const PUBLIC_URL = 'http://127.0.0.1:4731';
  hub = await startFilingHub({ SMTP_URL: server.url, MAIL_FROM: '云汇 <noreply@hub.example>', PUBLIC_URL });
  province = (await hub.anAccount({ role: 'reviewer', region: '450000' })).cookie;
  keeper = (await hub.anAccount({ role: 'operator', region: 'CN' })).cookie;
}, 60_000);
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});
beforeEach(() => {
  server.came.length = 0;
  server.refusal.code = undefined;
  server.patience.until = undefined;
});

let made = 0;
/** Somebody who files for the museum, with an address of their own that they have given. */
async function aWriter() {
  const { cookie, id } = await hub.anAccount({ role: 'host', region: 'CN' });
  await hub.app.get(FilersService, { strict: false }).add({ id: 'test' }, id, museum);
  const address = `filer${(made += 1)}@example.org`;
  const given = await hub.as<MailSettings>(cookie, 'PUT', 'me/mail/address', { address, language: 'zh-CN' });
  const came = () => server.came.filter(({ to }) => to === address).map(({ mail }) => mail);
  return { cookie, id, address, given, came };
}
type Writer = Awaited<ReturnType<typeof aWriter>>;
const confirm = (token: string) => hub.as<ConfirmedMail>(province, 'POST', 'mail/confirm', { token });
async function confirmed(): Promise<Writer> {
  const writer = await aWriter();
  await expect.poll(() => writer.came().length, soon).toBe(1);
  expect((await confirm(tokenIn(writer))).status).toBe(200);
  server.came.length = 0;
  return writer;
}
const tokenIn = ({ came }: Writer): string => /\/mail\/confirm#([\w-]{43})/.exec(came().at(-1)?.text ?? '')?.[1] ?? '';
/** Where a mailbox posts to end the mail, as its last letter says. */
const endingIn = ({ came }: Writer): string => {
  const lines =
    came()
      .at(-1)
      ?.headerLines.map(({ line }) => line) ?? [];
  return /<http:\/\/127\.0\.0\.1:4731(\/api\/v1\/mail\/end\?token=[\w-]{43})>/.exec(lines.join('\n'))?.[1] ?? '';
};
const end = (path: string) =>
  hub.ask(path, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click' });
async function sendBack({ cookie }: Writer, title: string): Promise<void> {
  const { id, version } = await hub.aSubmitted(cookie, museum, { title, sessions: [] });
  await hub.as(province, 'POST', `reviews/${id}/return`, { version, reasons: [{ field: 'audience', code: 'incomplete' }] });
}
const sentTo = async ({ id }: Writer) =>
  hub.app
    .get(Database)
    .rows<{ id: string; kind: string; state: string; attempts: number; body: string }>(
      sql`select id, kind, state, attempts, body from mails where user_id = ${id}::uuid order by at desc, id desc`,
    );
/** Until every notice was heard of: then what was not written never is. */
const allHeard = () =>
  expect
    .poll(() => hub.app.get(Database).rows(sql`select 1 as one from facts where name = 'notice.added' and pending <> '{}'`), soon)
    .toEqual([]);
const pass = (ms: number) => {
  (hub.app.get(Clock) as { aheadMs: number }).aheadMs += ms;
};

describe('an address', () => {
  test('is sent one link, and nothing else until that was followed, once', async () => {
    const writer = await aWriter();
    expect(writer.given).toMatchObject({ status: 200, body: { offered: true, address: writer.address, confirmed: false } });
    await expect.poll(() => writer.came().length, soon).toBe(1);
    await sendBack(writer, '还没确认');
    await allHeard();
    const token = tokenIn(writer);
    expect(await confirm(token)).toMatchObject({ status: 200, body: { address: 'f…@example.org' } });
    expect(await confirm(token)).toMatchObject({ status: 404, body: { code: 'mail.link-unknown' } });
    expect((await hub.as<MailSettings>(writer.cookie, 'GET', 'me/mail')).body.confirmed).toBe(true);
    expect((await sentTo(writer)).map(({ kind, body }) => [kind, body])).toEqual([['address.confirm', '']]);
  });

  test('is confirmed within a day, by its own last link', async () => {
    const writer = await aWriter();
    await expect.poll(() => writer.came().length, soon).toBe(1);
    const first = tokenIn(writer);
    await hub.as(writer.cookie, 'PUT', 'me/mail/address', { address: writer.address, language: 'en' });
    await expect.poll(() => writer.came().length, soon).toBe(2);
    expect((await confirm(first)).status).toBe(404);
    const last = tokenIn(writer);
    pass(24 * 3_600_000 + 1_000);
    expect((await confirm(last)).status).toBe(404);
  });

  test('is an address, an account’s, and is not taken back and forth to write to others', async () => {
    const writer = await aWriter();
    const give = (cookie: string, address: string) => hub.as(cookie, 'PUT', 'me/mail/address', { address, language: 'zh-CN' });
    expect(await give(writer.cookie, 'a@example.org\r\nBcc: b@example.org')).toMatchObject({ body: { code: 'request.malformed' } });
    expect((await hub.ask('/api/v1/me/mail')).status).toBe(401);
    expect((await hub.as(writer.cookie, 'GET', 'mail')).status).toBe(403);
  });
});

describe('a notice', () => {
  test('is written once, as text and HTML, in the account’s language, with a way to end it by one click', async () => {
    const writer = await confirmed();
    await sendBack(writer, '装起一具骨架');
    await expect.poll(() => writer.came().length, soon).toBe(1);
    const [mail] = writer.came();
    expect(mail).toMatchObject({ subject: '填报退回了，请按意见修改：装起一具骨架' });
    expect(mail?.from?.text).toContain('noreply@hub.example');
    expect(mail?.text).toContain('http://127.0.0.1:4731/host/filings/');
    expect(mail?.html).toContain('装起一具骨架');
    // A long line goes on in the next one, behind a blank.
    const lines = mail?.headerLines.map(({ line }) => line.replaceAll(/\r?\n\s+/g, ' ')) ?? [];
    const raw = lines.join('\n');
    expect(raw).toMatch(/^List-Unsubscribe: <http:\/\/127\.0\.0\.1:4731\/api\/v1\/mail\/end\?token=[\w-]{43}>$/m);
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated$/m);
    await expect.poll(async () => (await sentTo(writer))[0], soon).toMatchObject({ state: 'delivered', attempts: 1, body: '' });
  });

  test('is written of what one chose alone', async () => {
    const writer = await confirmed();
    const chosen = { kinds: ['filing.published'], language: 'en' };
    expect((await hub.as<MailSettings>(writer.cookie, 'PUT', 'me/mail/kinds', chosen)).body).toMatchObject(chosen);
    const other = await confirmed();
    await sendBack(writer, '不要这一类');
    await expect.poll(() => other.came().length, soon).toBe(1);
    await allHeard();
    expect((await sentTo(writer)).map(({ kind }) => kind)).toEqual(['address.confirm']);
  });

  test('is not written any more after one click in a mailbox, which needs no sign-in', async () => {
    const writer = await confirmed();
    await sendBack(writer, '最后一封');
    await expect.poll(() => writer.came().length, soon).toBe(1);
    expect((await end(endingIn(writer))).status).toBe(200);
    expect((await hub.as<MailSettings>(writer.cookie, 'GET', 'me/mail')).body.kinds).toEqual([]);
    const written = async () => (await sentTo(writer)).map(({ id }) => id);
    const before = await written();
    await sendBack(writer, '不再写');
    await allHeard();
    expect(await written()).toEqual(before);
  });

  test('is ended at the address it came to, not at one that was given since', async () => {
    const writer = await confirmed();
    await sendBack(writer, '寄到旧邮箱');
    await expect.poll(() => writer.came().length, soon).toBe(1);
    const path = endingIn(writer);
    const kinds = async () => (await hub.as<MailSettings>(writer.cookie, 'GET', 'me/mail')).body.kinds;
    const give = (address: string) => hub.as(writer.cookie, 'PUT', 'me/mail/address', { address, language: 'zh-CN' });
    await give(`other-${writer.address}`);
    const chosen = await kinds();
    expect((await end(path)).status).toBe(200);
    expect(await kinds()).toEqual(chosen);
    expect(chosen.length).toBeGreaterThan(0);
  });

  test('is ended by a link of before when the same address is given again', async () => {
    const writer = await confirmed();
    await sendBack(writer, '同一个邮箱');
    await expect.poll(() => writer.came().length, soon).toBe(1);
    const path = endingIn(writer);
    await hub.as(writer.cookie, 'PUT', 'me/mail/address', { address: writer.address, language: 'zh-CN' });
    expect((await end(path)).status).toBe(200);
    expect((await hub.as<MailSettings>(writer.cookie, 'GET', 'me/mail')).body.kinds).toEqual([]);
  });

  test('is not written to an address that was taken away', async () => {
    const writer = await confirmed();
    expect((await hub.as<MailSettings>(writer.cookie, 'DELETE', 'me/mail/address')).body.address).toBeUndefined();
    expect(await hub.as(writer.cookie, 'PUT', 'me/mail/kinds', { kinds: [], language: 'en' })).toMatchObject({
      status: 409,
      body: { code: 'mail.no-address' },
    });
  });
});

describe('mail that does not arrive', () => {
  const dead = async () => (await hub.as<SentMailPage>(keeper, 'GET', 'mail?state=dead')).body.items;

  test('is tried again later, and arrives', async () => {
    const writer = await confirmed();
    server.refusal.code = 451;
    await sendBack(writer, '稍后再来');
    await expect.poll(async () => (await sentTo(writer))[0], soon).toMatchObject({ state: 'waiting', attempts: 1 });
    const waiting = (await hub.as<SentMailPage>(keeper, 'GET', 'mail?state=waiting')).body.items[0] as SentMail;
    await expect
      .poll(async () => (await hub.as<SentMailPage>(keeper, 'GET', 'mail?state=waiting')).body.items[0]?.answer, soon)
      .toEqual({
        code: 451,
      });
    expect(waiting.address).toBe('f…@example.org');
    server.refusal.code = undefined;
    pass(1.2 * waitsMs[0]);
    await expect.poll(() => writer.came().length, soon).toBe(1);
  });

  test('because the server will not have it is dead at once, and is sent again by whoever keeps the hub', async () => {
    const writer = await confirmed();
    server.refusal.code = 550;
    await sendBack(writer, '没有这个人');
    await expect.poll(async () => (await sentTo(writer))[0], soon).toMatchObject({ state: 'dead', attempts: 1 });
    const [own] = await sentTo(writer);
    // What has died since one press is left to the next: one press sends nothing again and again.
    const before = new Date(hub.app.get(Clock).now() - 60_000);
    const mails = hub.app.get(MailsRepository, { strict: false });
    expect(await hub.app.get(Database).transaction((tx) => mails.sendAgain(tx, own?.id, before))).toBe(0);
    const one = (await dead()).find(({ id }) => id === own?.id);
    expect(one).toMatchObject({ kind: 'filing.returned', answer: { code: 550 } });
    server.refusal.code = undefined;
    expect((await hub.as(keeper, 'POST', `mail/${one?.id}/send`, {})).status).toBe(202);
    await expect.poll(() => writer.came().length, soon).toBe(1);
    expect((await hub.as(keeper, 'POST', `mail/${one?.id}/send`, {})).status).toBe(404);
    await hub.as<SentAgain>(keeper, 'POST', 'mail/send-dead', {});
    expect(await dead()).toEqual([]);
    expect((await hub.as<SentAgain>(keeper, 'POST', 'mail/send-dead', {})).body).toEqual({ sent: 0 });
  });
});

test('while a server lets us wait, who sends already goes on, and the clock that comes again takes nothing', async () => {
  const writer = await confirmed();
  const { promise, resolve } = Promise.withResolvers<void>();
  server.patience.until = promise;
  await sendBack(writer, '正在寄');
  await expect.poll(() => writer.came().length, soon).toBe(1);
  await sendBack(writer, '等一等');
  const ofNotices = async () => (await sentTo(writer)).filter(({ kind }) => kind === 'filing.returned').map(({ attempts }) => attempts);
  await expect.poll(ofNotices, soon).toHaveLength(2);
  await hub.app.get(PostingService, { strict: false }).sendDue();
  expect(await ofNotices()).toEqual([0, 1]);
  resolve();
  await expect.poll(() => writer.came().length, soon).toBe(2);
});

test('a password goes over TLS alone', async () => {
  const mailer = new Mailer({ SMTP_URL: server.url.replace('//', '//hub:secret@'), MAIL_FROM: 'noreply@hub.example' });
  const mail = { id: 'a', address: 'a@example.org', subject: '', body: '', html: '', ending: null, attempts: 1 };
  expect(await mailer.send(mail, undefined)).toMatchObject({ isSent: false });
  expect(server.logins).toEqual([]);
  mailer.onModuleDestroy();
});

test('a hub without a mail server offers none, and writes none', async () => {
  await using silent = await startFilingHub();
  const { cookie } = await silent.anAccount({ role: 'host', region: 'CN' });
  expect((await silent.as<MailSettings>(cookie, 'GET', 'me/mail')).body).toMatchObject({ offered: false, confirmed: false });
  const given = { address: 'a@example.org', language: 'zh-CN' };
  expect(await silent.as(cookie, 'PUT', 'me/mail/address', given)).toMatchObject({ status: 409, body: { code: 'mail.off' } });
}, 60_000);
