import type { Channel, HostedSessions, Schedule, Session } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { posted } from '../../../test/http-hub.js';
import { night, outermost, type ProgrammeHub, startProgrammeHub } from '../../../test/programme-hub.js';
import { Database } from '../../platform/database/index.js';
import { ChannelsService } from './channels.service.js';

let hub: ProgrammeHub;
let cookie: string;
beforeAll(async () => {
  hub = await startProgrammeHub(night);
  cookie = await hub.signIn('operator');
  const open = (slug: string, host: string) => ({
    slug,
    host,
    campaign: outermost,
    region: '450000',
    position: 99,
    level: 'city',
    title: '一',
    titleEn: 'One',
    domains: [],
    roundTheClock: false,
    sample: true,
  });
  const opened = [open(channel, 'gx-nature-museum'), open(foreign, 'gx-kexie')];
  await hub.app.get(Database).transaction((tx) => hub.app.get(ChannelsService, { strict: false }).open(tx, opened));
});
afterAll(() => hub[Symbol.asyncDispose]());

const [channel, foreign] = ['changed-one', 'changed-by-others'];
/** Facts are heard and answers renewed within seconds. */
const soon = { timeout: 20_000 };
const inMinutes = (minutes: number) => new Date(hub.now() + minutes * 60_000).toISOString();
const plan = (from: number, to: number) =>
  hub.plan(
    channel,
    {
      title: '候鸟',
      form: '直播',
      startsAt: inMinutes(from),
      endsAt: inMinutes(to),
      links: [{ kind: 'hls-live', url: '/demo/vod/tide/master.m3u8' }],
    },
    cookie,
  );
const put = async (path: string, wanted: object, as = cookie) => {
  const answer = await hub.ask(`/api/v1/sessions/${path}`, { ...posted(wanted, { cookie: as }), method: 'PUT' });
  return { status: answer.status, body: (await answer.json()) as Session & { code?: string } };
};
const move = (id: string, from: number, to: number, reason?: string) =>
  put(`${id}/slot`, { startsAt: inMinutes(from), endsAt: inMinutes(to), ...(reason && { reason }) });
const cancel = (id: string, reason = '台风') => put(`${id}/cancellation`, { on: true, reason });
const reinstate = (id: string) => put(`${id}/cancellation`, { on: false });
const schedule = async () => {
  const answer = await hub.ask(`/api/v1/campaigns/${outermost}/schedule?channel=${channel}&from=2026-09-17&to=2026-09-18`);
  return (await answer.json()) as Schedule;
};
const inSchedule = async (id: string) => (await schedule()).sessions.find((session) => session.id === id);
const isGap = async (at: number) => (await schedule()).gaps.some(({ from, to }) => Date.parse(from) <= at && at < Date.parse(to));
const calendar = async (id: string) => (await hub.ask(`/feeds/${outermost}/sessions/${id}.ics?alarm=5`)).text();

describe('a session that is moved', () => {
  test('says from when, in the schedule, in the lobby and to calendars; its links are read at the new time', async () => {
    const session = await plan(60, 90);
    const moved = await move(session.id, 120, 150, '信号车晚到');
    expect(moved.body.moved).toEqual({ from: session.startsAt, reason: '信号车晚到' });
    await expect.poll(async () => (await inSchedule(session.id))?.moved?.from, soon).toBe(session.startsAt);
    await expect
      .poll(async () => (await hub.tile(channel)).session, soon)
      .toMatchObject({ id: session.id, start: Date.parse(moved.body.startsAt), movedFrom: Date.parse(session.startsAt) });
    expect(await calendar(session.id)).toMatch(/SEQUENCE:2[^]*已改期/);
    const [link] = await hub.app
      .get(Database)
      .rows<{ from: number }>(
        sql`select floor(extract(epoch from read_from) * 1000)::bigint as from from stream_links where session = ${session.id}`,
      );
    expect(link?.from).toBe(Date.parse(moved.body.startsAt) - 60_000);

    const back = await put(`${session.id}/slot`, { startsAt: session.startsAt, endsAt: session.endsAt });
    expect(back.body.moved).toBeUndefined();
    await cancel(session.id);
  });

  test('is refused a slot that another has, and may overlap its own', async () => {
    const [one, other] = [await plan(200, 230), await plan(240, 270)];
    expect(await move(one.id, 220, 250)).toMatchObject({ status: 409, body: { code: 'session.overlaps' } });
    expect((await move(one.id, 205, 235)).status).toBe(200);
    for (const { id } of [one, other]) await cancel(id);
  });
});

describe('a session that is cancelled', () => {
  test('stays in the schedule with its reason, leaves a gap, and is struck from calendars without an alarm', async () => {
    const session = await plan(600, 630);
    await expect.poll(() => isGap(Date.parse(session.startsAt)), soon).toBe(false);
    await cancel(session.id);
    await expect.poll(async () => await inSchedule(session.id), soon).toMatchObject({ state: 'ended', cancelled: { reason: '台风' } });
    expect(await isGap(Date.parse(session.startsAt))).toBe(true);
    const text = await calendar(session.id);
    expect(text).toContain('STATUS:CANCELLED');
    expect(text).toContain('SEQUENCE:2');
    expect(text).not.toContain('VALARM');
  });

  test('is what its channel shows at the announced time, and gives its slot away', async () => {
    const session = await plan(5, 35);
    await cancel(session.id);
    await expect.poll(async () => (await hub.tile(channel)).session, soon).toMatchObject({ id: session.id, cancelled: true });
    const page = (await (await hub.ask(`/api/v1/channels/${channel}`)).json()) as Channel;
    expect(page.current).toMatchObject({ id: session.id, cancelled: { reason: '台风' } });

    const instead = await plan(5, 35);
    await expect.poll(async () => (await hub.tile(channel)).session?.id, soon).toBe(instead.id);
    expect(await reinstate(session.id)).toMatchObject({ status: 409, body: { code: 'session.overlaps' } });
    await cancel(instead.id);
    const back = await reinstate(session.id);
    expect([back.status, back.body.cancelled, back.body.state]).toEqual([200, undefined, 'due']);
    await cancel(session.id);
  });
});

test('a session is on and over by its host’s word and its stream, and the lobby follows in seconds', { timeout: 60_000 }, async () => {
  const host = await hub.signIn('host');
  const signal = (id: string, word: 'started' | 'ended' | null, as = host) => put(`${id}/signal`, { signal: word }, as);
  /** Three times what is promised. */
  const follows = { timeout: 15_000, interval: 100 };
  const slot = { title: '观鸟', form: '直播', startsAt: inMinutes(10), endsAt: inMinutes(40) };
  const session = await hub.plan(channel, { ...slot, links: [{ kind: 'hls-live', url: '/demo/hls/tide/master.m3u8' }] }, cookie);
  const shown = async () => {
    const tile = await hub.tile(channel);
    return [tile.session?.id, tile.state];
  };
  await expect.poll(shown, follows).toEqual([session.id, 'due']);
  expect((await signal(session.id, 'started', await hub.signIn('moderator'))).status).toBe(403);
  const theirs = await hub.plan(foreign, { ...slot, links: [{ kind: 'hls-live', url: '/demo/hls/beijing/master.m3u8' }] }, cookie);
  expect((await signal(theirs.id, 'started')).status).toBe(403);
  expect((await signal(session.id, 'started')).status).toBe(200);
  await expect.poll(shown, follows).toEqual([session.id, 'live']);
  const asHosted = async () => {
    const answer = await hub.ask('/api/v1/host/sessions', { headers: { cookie: host } });
    return ((await answer.json()) as HostedSessions).items.find(({ id }) => id === session.id);
  };
  expect(await asHosted()).toMatchObject({ signal: 'started', maySignal: true });
  expect((await signal(session.id, 'ended')).body.state).toBe('ended');
  await expect.poll(shown, follows).toEqual([session.id, 'ended']);
  expect((await signal(session.id, null)).status).toBe(200);
  const later = await plan(60, 90);
  expect(await signal(later.id, 'started')).toMatchObject({ status: 409, body: { code: 'session.early' } });
  await cancel(later.id);
  expect((await signal(later.id, 'started')).body.code).toBe('session.over');
});

test('sessions are changed by operators only, with a reason, and before they are over', async () => {
  const session = await plan(300, 330);
  expect((await put(`${session.id}/cancellation`, { on: true, reason: '台风' }, await hub.signIn('moderator'))).status).toBe(403);
  expect((await put(`${session.id}/cancellation`, { on: true })).status).toBe(400);
  expect((await put('no-such-session/cancellation', { on: false })).body.code).toBe('session.unknown');
  const past = await plan(-90, -60);
  expect((await cancel(past.id)).body.code).toBe('session.over');
  const acts = await hub.app
    .get(Database)
    .rows<{ act: string }>(sql`select distinct act from audit_entries where act like 'session.%' order by act`);
  expect(acts.map(({ act }) => act)).toEqual([
    'session.cancelled',
    'session.moved',
    'session.planned',
    'session.reinstated',
    'session.signalled',
  ]);
});
