import { Channel, HostedSession, HostedSessions, type ListedLink } from '@yunhui/contracts';
import { shanghaiDayOf } from '@yunhui/domain';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { posted } from '../../../../test/http-hub.js';
import { night, outermost, type ProgrammeHub, startProgrammeHub } from '../../../../test/programme-hub.js';
import { Database } from '../../../platform/database/index.js';
import { ChannelsService } from '../channels.service.js';

const [own, foreign] = ['hosted-here', 'hosted-by-others'];
const first = 'https://first.example/live.m3u8';
const second = 'https://second.example/live.m3u8';
/** A change is on every page in five seconds; a guard allows three times as much. */
const soon = { timeout: 15_000 };

let hub: ProgrammeHub;
let operator: string;
let host: string;
beforeAll(async () => {
  hub = await startProgrammeHub(night);
  [operator, host] = [await hub.signIn('operator'), await hub.signIn('host')];
  const open = (slug: string, unit: string) => ({
    slug,
    host: unit,
    region: '450000',
    campaign: outermost,
    position: 99,
    level: 'city',
    title: slug,
    titleEn: slug,
    domains: [],
    roundTheClock: false,
    sample: true,
  });
  await hub.app
    .get(Database)
    .transaction((tx) =>
      hub.app.get(ChannelsService, { strict: false }).open(tx, [open(own, 'gx-nature-museum'), open(foreign, 'gx-kexie')]),
    );
});
afterAll(() => hub[Symbol.asyncDispose]());

let minute = 0;
/** A session of an hour that begins in `minutes`; each is on later than the one before. */
const planned = async (channel = own, minutes = (minute += 90)) => {
  const inMinutes = (after: number) => new Date(hub.now() + after * 60_000).toISOString();
  const slot = { startsAt: inMinutes(minutes), endsAt: inMinutes(minutes + 60) };
  return hub.plan(channel, { title: '候鸟', form: '直播', ...slot, links: [{ kind: 'hls-live', url: first }] }, operator);
};
const change = async (id: string, version: number, links: readonly ListedLink[], cookie = host) => {
  const answer = await hub.ask(`/api/v1/sessions/${id}/links`, { ...posted({ version, links }, { cookie }), method: 'PUT' });
  return { status: answer.status, body: (await answer.json()) as HostedSession & { code?: string; field?: string } };
};
const mine = async (cookie = host) =>
  HostedSessions.parse(await (await hub.ask('/api/v1/host/sessions', { headers: { cookie } })).json()).items;
const session = async (id: string) => {
  const found = (await mine()).find((one) => one.id === id);
  if (!found) throw new Error(`the host has no session ${id}`);
  return found;
};

describe('the links of a session', () => {
  test('are swapped by its host, and the old one is taken back with its history', async () => {
    const { id } = await planned();
    const before = await session(id);
    expect(before).toMatchObject({ version: 0, links: [{ url: first, rank: 1 }], former: [] });

    const swapped = HostedSession.parse((await change(id, 0, [{ kind: 'hls-live', url: second, captions: ['zh'] }])).body);
    expect(swapped).toMatchObject({ version: 1, links: [{ url: second, captions: ['zh'], health: 'unknown' }], former: [{ url: first }] });

    const back = await change(id, 1, before.links);
    expect(back.body).toMatchObject({ version: 2, former: [{ url: second }] });
    expect(back.body.links).toEqual(before.links);
  });

  test('are added, ranked, described and removed', async () => {
    const { id } = await planned();
    const both: ListedLink[] = [
      { kind: 'hls-live', url: second, owner: '广西科技馆', language: 'zh-CN' },
      { id: (await session(id)).links[0]?.id, kind: 'hls-live', url: first },
    ];
    const added = await change(id, 0, both);
    expect(added.body.links.map(({ url, rank }) => [url, rank])).toEqual([
      [second, 1],
      [first, 2],
    ]);
    expect(added.body.links[0]).toMatchObject({ owner: '广西科技馆', language: 'zh-CN' });
    const [kept] = added.body.links;
    expect((await change(id, 1, kept ? [kept] : [])).body).toMatchObject({ links: [{ id: kept?.id }], former: [{ url: first }] });
    expect((await session(id)).version).toBe(2);
  });

  test('are not overwritten by who has not seen them', async () => {
    const { id } = await planned();
    const tabs = await Promise.all([0, 0].map((version) => change(id, version, [{ kind: 'hls-live', url: second }])));
    expect(tabs.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(tabs.find(({ status }) => status === 409)?.body.code).toBe('link.changed');
    expect((await session(id)).version).toBe(1);
  });

  test.each<[string, ListedLink]>([
    ['with a password', { kind: 'hls-live', url: 'https://user:secret@live.example/a.m3u8' }],
    ['of a form that browsers do not play', { kind: 'hls-live', url: 'https://live.example/a.flv' }],
    ['that is not what it is said to be', { kind: 'mp4', url: 'https://live.example/a.m3u8' }],
    ['at a port that nobody may ask', { kind: 'hls-live', url: 'https://live.example:22/a.m3u8' }],
  ])('are refused an address %s, and stay as they are', async (_, link) => {
    const { id } = await planned();
    expect(await change(id, 0, [link])).toMatchObject({ status: 400, body: { code: 'link.refused', field: 'links.0.url' } });
    expect((await session(id)).links).toMatchObject([{ url: first }]);
  });

  test('are changed by who keeps them up: nobody else sees or changes them', async () => {
    const [here, there] = [await planned(), await planned(foreign)];
    expect((await mine()).map(({ id }) => id)).not.toContain(there.id);
    expect(await change(there.id, 0, [])).toMatchObject({ status: 403, body: { code: 'access.refused' } });
    const moderator = await hub.signIn('moderator');
    expect((await change(here.id, 0, [], moderator)).status).toBe(403);
    expect((await hub.ask('/api/v1/host/sessions')).status).toBe(401);
    expect((await change('no-such-session', 0, [])).body.code).toBe('session.unknown');
    const one = async (id: string, cookie = host) => (await hub.ask(`/api/v1/host/sessions/${id}`, { headers: { cookie } })).status;
    expect([await one(here.id), await one(there.id), await one('no-such-session'), await one(here.id, moderator)]).toEqual([
      200, 403, 404, 403,
    ]);
    const answer = await hub.ask(`/api/v1/host/sessions/${here.id}`, { headers: { cookie: host } });
    expect(HostedSession.parse(await answer.json())).toEqual(await session(here.id));
  });
});

test('sessions come a day at a time when they are many, and of one channel when asked', async () => {
  const read = async (query: string) => {
    const answer = await hub.ask(`/api/v1/host/sessions${query}`, { headers: { cookie: operator } });
    return HostedSessions.parse(await answer.json());
  };
  await expect.poll(async () => (await read('')).days.map(({ day }) => day), soon).toContain('2026-09-18');
  const today = await read('');
  expect(today.day).toBe('2026-09-17');
  expect(today.channels.map(({ slug }) => slug)).toEqual(expect.arrayContaining(['beijing', 'hengzhou']));
  const tomorrow = await read('?channel=hengzhou&day=2026-09-18');
  expect(tomorrow.items.length).toBe(tomorrow.days.find(({ day }) => day === '2026-09-18')?.count);
  expect([...new Set(tomorrow.items.map(({ channel, startsAt }) => `${channel.slug} ${shanghaiDayOf(Date.parse(startsAt))}`))]).toEqual([
    'hengzhou 2026-09-18',
  ]);
  expect((await hub.ask('/api/v1/host/sessions?day=tomorrow', { headers: { cookie: operator } })).status).toBe(400);
});

test('a swap is at once on the channel’s tile and page, and in the audit', async () => {
  const { id } = await planned(own, 2);
  await expect.poll(async () => (await hub.tile(own)).session?.id, soon).toBe(id);
  await change(id, 0, [{ kind: 'hls-live', url: second }]);
  await expect.poll(async () => (await hub.tile(own)).session?.links, soon).toBe(1);
  const page = async () => Channel.parse(await (await hub.ask(`/api/v1/channels/${own}`)).json());
  await expect.poll(async () => (await page()).links.map(({ url }) => url), soon).toEqual([second]);
  expect((await page()).linksVersion).toBe(1);
  const acts = await hub.app
    .get(Database)
    .rows<{ links: { url: string }[] }>(
      sql`select difference->'links' as links from audit_entries where act = 'session.links-changed' and subject = ${id}`,
    );
  expect(acts.map(({ links }) => links.map(({ url }) => url))).toEqual([[second]]);
});
