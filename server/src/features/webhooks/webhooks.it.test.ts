import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Delivery, DeliveryPage, Filing, SentAgain, Webhook, WebhookEvent, WebhookList, WebhookSecret } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aServer, type OwnServer } from '../../../test/a-server.js';
import { type FilingHub, startFilingHub } from '../../../test/filing-hub.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/index.js';
import { waitsMs } from '../../platform/retries.rules.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { SendingService } from './sending.service.js';
import { WebhooksProcessor } from './webhooks.processor.js';
import { WebhooksRepository } from './webhooks.repository.js';

type Heard = { path: string; headers: IncomingHttpHeaders; body: string };

const museum = 'gx-nature-museum';
/** A guard: a delivery is due at once and noticed within a second. */
const soon = { timeout: 15_000, interval: 50 };

let hub: FilingHub;
let receiver: OwnServer;
let operator: string;
let filer: string;
/** What came to the receiver, and what it answers. */
let heard: Heard[] = [];
let status = 204;
/** Where it takes its time, until it is let go on. */
let slow: { path: string; goOn: Promise<void> } | undefined;
beforeAll(async () => {
  receiver = await aServer((request, response) => {
    const { url: path = '', headers } = request;
    void text(request).then(async (body) => {
      heard.push({ path, headers, body });
      if (path === slow?.path) await slow.goOn;
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
    });
  });
  hub = await startFilingHub({ OUTBOUND_LOOPBACK: 'on' });
  operator = (await hub.anAccount({ role: 'operator', region: '450000' })).cookie;
  filer = await hub.aFiler(museum);
}, 60_000);
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
});
beforeEach(() => {
  heard = [];
  status = 204;
  slow = undefined;
});

let made = 0;
/** A webhook with a path of its own at the receiver. */
async function aWebhook({ scope = '450000', events = ['filing.moved'] as WebhookEvent[], as = operator } = {}) {
  const path = `/hooks/${(made += 1)}`;
  const answer = await hub.as<WebhookSecret>(as, 'POST', 'webhooks', { scope, url: receiver.origin + path, events });
  expect(answer.status).toBe(201);
  const { id } = answer.body.webhook;
  return { id, path, secret: answer.body.secret, came: () => heard.filter((one) => one.path === path) };
}
const deliveries = async (id: string, query = '') =>
  (await hub.as<DeliveryPage>(operator, 'GET', `webhooks/${id}/deliveries${query}`)).body.items;
const only = async (id: string): Promise<Delivery | undefined> => (await deliveries(id))[0];
const tryOut = (id: string) => hub.as(operator, 'POST', `webhooks/${id}/try`, {});
const shown = async (id: string, as = operator) =>
  (await hub.as<WebhookList>(as, 'GET', 'webhooks')).body.items.find((one) => one.id === id);
const pass = (ms: number) => {
  (hub.app.get(Clock) as { aheadMs: number }).aheadMs += ms;
};
const header = ({ headers }: Heard, name: string): string => [headers[name]].flat().join();
const signature = (came: Heard, secret: string) => {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signed = `${header(came, 'webhook-id')}.${header(came, 'webhook-timestamp')}.${came.body}`;
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
};
/** Whether its last try has ended: until then its next time is the one at which the try counts as lost. */
const hasEnded = ({ state, triedAt = '', nextAt = '' }: Delivery) =>
  state !== 'waiting' || Date.parse(nextAt) - Date.parse(triedAt) !== 30_000;
/** Lets time pass until it is not tried any more. */
async function failAll(id: string): Promise<void> {
  for (let tries = 1; tries <= waitsMs.length + 1; tries += 1) {
    const ended = async () => {
      const one = await only(id);
      return one?.attempts === tries && hasEnded(one);
    };
    await expect.poll(ended, soon).toBe(true);
    pass(1.2 * (waitsMs[tries - 1] ?? 0));
  }
}

describe('a webhook', () => {
  test('is told what happens in its region, signed, and no other region’s', async () => {
    const own = await aWebhook();
    const wider = await hub.anAccount({ role: 'operator', region: 'CN' });
    const elsewhere = await aWebhook({ scope: '510000', as: wider.cookie });
    const other = await aWebhook({ events: ['release.published'] });
    const filed = await hub.aSubmitted(filer, museum, { title: '装起一具骨架', sessions: [] });
    await expect.poll(() => own.came().length, soon).toBe(1);
    const [came] = own.came();
    expect(came && JSON.parse(came.body)).toMatchObject({
      type: 'filing.moved',
      data: { filing: filed.id, region: '450000', organization: museum, title: '装起一具骨架', state: 'submitted', version: filed.version },
    });
    expect(came?.headers['webhook-signature']).toBe(came && signature(came, own.secret));
    expect(came?.headers['content-type']).toBe('application/json');
    await expect.poll(() => only(own.id), soon).toMatchObject({ state: 'delivered', attempts: 1, answer: { status: 204 } });
    expect((await only(own.id))?.id).toBe(came?.headers['webhook-id']);
    expect([elsewhere.came(), other.came()]).toEqual([[], []]);
  });

  test('is told of one fact once, however often that is heard', async () => {
    const { id } = await aWebhook();
    await hub.aSubmitted(filer, museum, { sessions: [] });
    await expect.poll(() => deliveries(id), soon).toHaveLength(1);
    const [fact] = await hub.app
      .get(Database)
      .rows<{ id: number; key: string; version: number }>(
        sql`select id::int as id, key, version::int as version from facts where name = 'filing.moved' order by id desc limit 1`,
      );
    await hub.app.get(WebhooksProcessor, { strict: false }).filingMoved({ name: 'filing.moved', id: 0, key: '', version: 0, ...fact });
    expect(await deliveries(id)).toHaveLength(1);
  });

  test('hears of sessions, their streams and the programme', async () => {
    const { id, came } = await aWebhook({ events: ['session.planned', 'session.links-changed', 'release.published'] });
    const filed = await hub.aSubmitted(filer, museum);
    const reviewer = (await hub.anAccount({ role: 'reviewer', region: '450000' })).cookie;
    await hub.as<Filing>(reviewer, 'POST', `reviews/${filed.id}/approve`, { version: filed.version });
    pass(31_000);
    await expect.poll(() => came().map(({ body }) => (JSON.parse(body) as { type: string }).type), soon).toContain('release.published');
    expect(new Set((await deliveries(id)).map(({ event }) => event)).has('session.planned')).toBe(true);
  });
});

describe('what does not arrive', () => {
  test('is tried eight times under one id, longer apart each time, and is dead then; sent again, it arrives', async () => {
    status = 500;
    const { id, came } = await aWebhook();
    await tryOut(id);
    await expect.poll(() => only(id), soon).toMatchObject({ state: 'waiting', attempts: 1, answer: { status: 500 } });
    expect((await only(id))?.nextAt).toBeDefined();
    await failAll(id);
    await expect.poll(() => only(id), soon).toMatchObject({ state: 'dead', attempts: 8 });
    expect(new Set(came().map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await shown(id)).toMatchObject({ waiting: 0, dead: 1 });
    const [dead] = await deliveries(id, '?state=dead');
    status = 200;
    expect((await hub.as(operator, 'POST', `webhooks/${id}/deliveries/${dead?.id}/send`, {})).status).toBe(202);
    await expect.poll(() => only(id), soon).toMatchObject({ id: dead?.id, state: 'delivered', attempts: 1 });
    expect(await deliveries(id, '?state=dead')).toEqual([]);
  }, 60_000);

  test('is sent again all at once', async () => {
    const { id, came } = await aWebhook();
    for (let many = 0; many < 3; many += 1) await tryOut(id);
    await expect.poll(() => came().length, soon).toBe(3);
    await expect.poll(async () => (await shown(id))?.waiting, soon).toBe(0);
    await hub.app.get(Database).rows(sql`update deliveries set state = 'dead' where webhook = ${id}::uuid`);
    const again = await hub.as<SentAgain>(operator, 'POST', `webhooks/${id}/deliveries/send-dead`, {});
    expect([again.status, again.body]).toEqual([202, { sent: 3 }]);
    await expect.poll(() => came().length, soon).toBe(6);
    expect(await hub.as<SentAgain>(operator, 'POST', `webhooks/${id}/deliveries/send-dead`, {})).toMatchObject({ body: { sent: 0 } });
  });

  test('is not sent again and again by one press: what died since is left to the next', async () => {
    const { id } = await aWebhook();
    await tryOut(id);
    await expect.poll(() => only(id), soon).toMatchObject({ state: 'delivered' });
    const before = new Date(hub.app.get(Clock).now() - 60_000);
    await hub.app.get(Database).rows(sql`update deliveries set state = 'dead' where webhook = ${id}::uuid`);
    const repository = hub.app.get(DeliveriesRepository, { strict: false });
    expect(await hub.app.get(Database).transaction((tx) => repository.sendDeadAgain(tx, id, before))).toBe(0);
    expect(await only(id)).toMatchObject({ state: 'dead' });
  });

  test('because it leads elsewhere has not arrived, and nothing is brought there', async () => {
    status = 302;
    const { id } = await aWebhook();
    await tryOut(id);
    await expect.poll(() => only(id), soon).toMatchObject({ state: 'waiting', answer: { status: 302 } });
    expect(heard.some(({ path }) => path === '/elsewhere')).toBe(false);
  });

  test('because its address is one of ours says so and no more', async () => {
    const { body } = await hub.as<WebhookSecret>(operator, 'POST', 'webhooks', {
      scope: '450000',
      url: 'https://10.0.0.1/hook',
      events: ['filing.moved'],
    });
    await tryOut(body.webhook.id);
    await expect.poll(() => only(body.webhook.id), soon).toMatchObject({ state: 'waiting', answer: { why: 'address-refused' } });
  });

  test('because nobody wants it any more is dead at once, and its webhook off', async () => {
    status = 410;
    const { id } = await aWebhook();
    await tryOut(id);
    await expect.poll(() => only(id), soon).toMatchObject({ state: 'dead', attempts: 1, answer: { status: 410 } });
    expect((await shown(id))?.offAt).toBeDefined();
    expect((await hub.audited(id)).at(-1)).toMatchObject({ act: 'webhook.switched-off', reason: '接收方答复 410' });
  });

  test('because nobody wants it any more switches its webhook off once, however many are told so at once', async () => {
    status = 410;
    const { id } = await aWebhook();
    await hub.as(operator, 'PUT', `webhooks/${id}/on`, { on: false });
    for (let many = 0; many < 3; many += 1) await tryOut(id);
    await hub.as(operator, 'PUT', `webhooks/${id}/on`, { on: true });
    await expect.poll(() => deliveries(id, '?state=dead'), soon).toHaveLength(3);
    expect((await hub.audited(id)).filter(({ reason }) => reason === '接收方答复 410')).toHaveLength(1);
  });

  test('because nobody wants it at its old address leaves the webhook on at the new one', async () => {
    const { id } = await aWebhook();
    const repository = hub.app.get(WebhooksRepository, { strict: false });
    const switchOff = (url: string) =>
      hub.app.get(Database).transaction((tx) => repository.switchOff(tx, { id, url }, hub.app.get(Clock).date()));
    expect(await switchOff(`${receiver.origin}/before`)).toBe(false);
    expect((await shown(id))?.offAt).toBeUndefined();
    expect(await switchOff((await shown(id))?.url ?? '')).toBe(true);
    expect((await shown(id))?.offAt).toBeDefined();
  });

  test('because its receiver lets us wait keeps nothing from others', async () => {
    const waited = await aWebhook();
    const { promise: goOn, resolve } = Promise.withResolvers<void>();
    slow = { path: waited.path, goOn };
    await tryOut(waited.id);
    await expect.poll(() => waited.came().length, soon).toBe(1);
    const other = await aWebhook();
    await tryOut(other.id);
    await expect.poll(() => only(other.id), soon).toMatchObject({ state: 'delivered' });
    const one = await only(waited.id);
    expect(one && hasEnded(one)).toBe(false);
    resolve();
    await expect.poll(() => only(waited.id), soon).toMatchObject({ state: 'delivered', attempts: 1 });
  });

  test('because its receiver lets us wait is left to who sends already, when the clock comes again', async () => {
    const { id, path, came } = await aWebhook();
    const { promise: goOn, resolve } = Promise.withResolvers<void>();
    slow = { path, goOn };
    await tryOut(id);
    await expect.poll(() => came().length, soon).toBe(1);
    await tryOut(id);
    await hub.app.get(SendingService, { strict: false }).sendDue();
    expect(came()).toHaveLength(1);
    resolve();
    await expect.poll(() => came().length, soon).toBe(2);
  });

  test('because the process died in a try is tried again with the same id', async () => {
    const { id, came } = await aWebhook();
    await hub.as(operator, 'PUT', `webhooks/${id}/on`, { on: false });
    await tryOut(id);
    const [waiting] = await deliveries(id);
    const lost = new Date(hub.app.get(Clock).now() + 30_000).toISOString();
    await hub.app.get(Database).rows(sql`update deliveries set attempts = 1, due_at = ${lost}::timestamptz where webhook = ${id}::uuid`);
    await hub.as(operator, 'PUT', `webhooks/${id}/on`, { on: true });
    await hub.app.get(SendingService, { strict: false }).sendDue();
    expect(came()).toEqual([]);
    pass(31_000);
    await expect.poll(() => came().map(({ headers }) => headers['webhook-id']), soon).toEqual([waiting?.id]);
  });
});

test('a secret is told when it is made alone; after another one is made both sign for a day', async () => {
  const { id, secret, came } = await aWebhook();
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(JSON.stringify(await shown(id))).not.toContain('whsec_');
  const { body } = await hub.as<WebhookSecret>(operator, 'POST', `webhooks/${id}/secret`, {});
  expect(body.secret).not.toBe(secret);
  await tryOut(id);
  await expect.poll(() => came().length, soon).toBe(1);
  const [both] = came();
  expect(both?.headers['webhook-signature']).toBe(both && `${signature(both, body.secret)} ${signature(both, secret)}`);
  pass(24 * 3_600_000 + 1_000);
  await tryOut(id);
  await expect.poll(() => came().length, soon).toBe(2);
  const last = came().at(-1);
  expect(last?.headers['webhook-signature']).toBe(last && signature(last, body.secret));
  expect((await shown(id))?.previousUntil).toBeUndefined();
});

test('what is off is told nothing new; what is changed or removed is so at once, each in the audit', async () => {
  const { id, path, came } = await aWebhook();
  await hub.as(operator, 'PUT', `webhooks/${id}/on`, { on: false });
  await hub.aSubmitted(filer, museum, { sessions: [] });
  const watching = await aWebhook();
  await hub.aSubmitted(filer, museum, { sessions: [] });
  await expect.poll(() => watching.came().length, soon).toBe(1);
  expect(await deliveries(id)).toEqual([]);
  const changed = { url: `${receiver.origin}${path}`, note: '市融媒体', events: ['session.changed'] };
  expect((await hub.as<Webhook>(operator, 'PUT', `webhooks/${id}`, changed)).body).toMatchObject({ ...changed, waiting: 0 });
  expect((await hub.as<Webhook>(operator, 'PUT', `webhooks/${id}/on`, { on: true })).body.offAt).toBeUndefined();
  expect((await hub.as(operator, 'DELETE', `webhooks/${id}`)).status).toBe(200);
  expect(await shown(id)).toBeUndefined();
  expect(came()).toEqual([]);
  expect((await hub.audited(id)).map(({ act }) => act)).toEqual([
    'webhook.registered',
    'webhook.switched-off',
    'webhook.changed',
    'webhook.switched-on',
    'webhook.removed',
  ]);
});

describe('a webhook whose keeper', () => {
  const taken = { name: 'role.taken', id: 0, key: '', version: 0 } as const;

  test('is no operator there any more falls silent, until a colleague switches it on as theirs', async () => {
    const leaving = await hub.anAccount({ role: 'operator', region: '450000' });
    const [{ id }, other] = [await aWebhook({ as: leaving.cookie }), await aWebhook()];
    const wider = (await hub.anAccount({ role: 'operator', region: 'CN' })).cookie;
    expect((await hub.as(wider, 'DELETE', `staff/${leaving.id}/roles/operator/450000`)).status).toBe(200);
    await expect.poll(async () => (await shown(id))?.offAt, soon).toBeDefined();
    expect((await shown(other.id))?.offAt).toBeUndefined();
    await hub.aSubmitted(filer, museum, { sessions: [] });
    await expect.poll(() => other.came().length, soon).toBe(1);
    expect(await deliveries(id)).toEqual([]);

    const on = (await hub.as<Webhook>(operator, 'PUT', `webhooks/${id}/on`, { on: true })).body;
    expect([on.offAt, on.by]).toEqual([undefined, (await shown(other.id))?.by]);
    await hub.app.get(WebhooksProcessor, { strict: false }).roleTaken({ ...taken, key: leaving.id });
    expect((await shown(id))?.offAt).toBeUndefined();
    expect((await hub.audited(id)).map(({ act, reason }) => [act, reason])).toEqual([
      ['webhook.registered', null],
      ['webhook.switched-off', '设置者不再是这里的主办方'],
      ['webhook.switched-on', null],
    ]);
  });

  test('has another role that covers it goes on', async () => {
    const both = await hub.anAccount({ role: 'operator', region: '450000' }, { role: 'operator', region: 'CN' });
    const { id } = await aWebhook({ as: both.cookie });
    expect((await hub.as(both.cookie, 'DELETE', `staff/${both.id}/roles/operator/450000`)).status).toBe(200);
    await hub.app.get(WebhooksProcessor, { strict: false }).roleTaken({ ...taken, key: both.id });
    expect((await shown(id))?.offAt).toBeUndefined();
  });
});

describe('who', () => {
  test('operates a region has its webhooks and those below, and learns of no others', async () => {
    const { id } = await aWebhook();
    const wider = (await hub.anAccount({ role: 'operator', region: 'CN' })).cookie;
    expect(await shown(id, wider)).toBeDefined();
    const other = (await hub.anAccount({ role: 'operator', region: '510000' })).cookie;
    expect(await shown(id, other)).toBeUndefined();
    const acts: [string, string][] = [
      ['PUT', `webhooks/${id}/on`],
      ['POST', `webhooks/${id}/secret`],
      ['POST', `webhooks/${id}/try`],
      ['POST', `webhooks/${id}/deliveries/send-dead`],
      ['POST', `webhooks/${id}/deliveries/${id}/send`],
      ['DELETE', `webhooks/${id}`],
      ['GET', `webhooks/${id}/deliveries`],
    ];
    for (const [method, path] of acts) {
      const body = method === 'GET' || method === 'DELETE' ? undefined : { on: false };
      expect([method, path, (await hub.as(other, method, path, body)).body.code]).toEqual([method, path, 'webhook.unknown']);
    }
    const wanted = { scope: '450000', url: `${receiver.origin}/x`, events: ['filing.moved'] };
    expect(await hub.as(other, 'POST', 'webhooks', wanted)).toMatchObject({ status: 403, body: { code: 'access.refused' } });
  });

  test.each(['host', 'reviewer', 'moderator'] as const)('is a %s has none', async (role) => {
    const { cookie } = await hub.anAccount({ role, region: '450000' });
    expect((await hub.as(cookie, 'GET', 'webhooks')).status).toBe(403);
  });

  test.each([
    [{ scope: '450000', url: 'ftp://example.org/', events: ['filing.moved'] }, 'request.malformed'],
    [{ scope: '450000', url: 'https://a:b@example.org/', events: ['filing.moved'] }, 'request.malformed'],
    [{ scope: '450000', url: 'https://example.org/', events: [] }, 'request.malformed'],
    [{ scope: '450000', url: 'https://example.org/', events: ['sanction.placed'] }, 'request.malformed'],
    [{ scope: '450000', url: 'https://example.org:22/', events: ['filing.moved'] }, 'webhook.refused'],
    [{ scope: '459999', url: 'https://example.org/', events: ['filing.moved'] }, 'region.unknown'],
  ])('asks for %j is refused: %s', async (wanted, code) => {
    const national = (await hub.anAccount({ role: 'operator', region: 'CN' })).cookie;
    expect((await hub.as(national, 'POST', 'webhooks', wanted)).body).toMatchObject({ code });
  });
});
