import { Channel, type LinkHistory, type LinkSeen } from '@yunhui/contracts';
import { createRealtimeClient, type RealtimeClient } from '@yunhui/realtime-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { posted } from '../../../../test/http-hub.js';
import { night, type ProgrammeHub, startProgrammeHub } from '../../../../test/programme-hub.js';

/** What is promised from a changed verdict to the tile, and how long a look and a node's word may take before; a guard allows three times as much. */
const soon = { timeout: 3 * 5_000, interval: 200 };
const second = 1_000;
const plays: Omit<LinkSeen, 'link'> = { plays: true, firstFrameMs: 900, stalls: 0, stalledMs: 0, errors: 0 };
const fails: Omit<LinkSeen, 'link'> = { plays: false, stalls: 1, stalledMs: 900, errors: 1, trouble: 'lost' };

let hub: ProgrammeHub;
let operator: string;
let other: Awaited<ReturnType<ProgrammeHub['anotherNode']>>;
const clients: RealtimeClient[] = [];
beforeAll(async () => {
  hub = await startProgrammeHub({ ...night, RATE_LIMITS: 'off' });
  operator = await hub.signIn('operator');
  other = await hub.anotherNode();
}, 180_000);
afterAll(async () => {
  for (const client of clients) client.close();
  await other?.[Symbol.asyncDispose]();
  await hub[Symbol.asyncDispose]();
});

/** A session that has begun, with these doubles for its sources, and what is known of it. */
async function onAir(channel: string, doubles: readonly string[]) {
  const now = hub.now();
  const links = doubles.map((double) => ({ kind: 'hls-live' as const, url: `/demo/double/${double}/tide/master.m3u8` }));
  const [startsAt, endsAt] = [new Date(now + second).toISOString(), new Date(now + 600 * second).toISOString()];
  await hub.plan(channel, { title: '众人在看', form: '直播', startsAt, endsAt, links }, operator);
  const state = async () => (await hub.tile(channel).catch(() => undefined))?.state;
  const read = async () => Channel.parse(await (await hub.ask(`/api/v1/channels/${channel}`)).json());
  const history = async (link: string) =>
    (await (await hub.ask(`/api/v1/links/${link}/history`, { headers: { cookie: operator } })).json()) as LinkHistory;
  await expect.poll(state, soon).toBe('live');
  return { state, read, history, first: (await read()).links.find(({ rank }) => rank === 1)?.id ?? '' };
}

/** Viewers with a socket each, on every node there is. */
async function viewers(count: number): Promise<RealtimeClient[]> {
  const addresses = [hub.address, other?.address ?? hub.address];
  const mine = Array.from({ length: count }, (_, at) =>
    createRealtimeClient({ url: addresses[at % 2] ?? '', ticket: async () => undefined }),
  );
  clients.push(...mine);
  await expect.poll(() => mine.every(({ connection }) => connection.status === 'connected'), soon).toBe(true);
  return mine;
}
const say = (channel: string, link: string, word: Omit<LinkSeen, 'link'>, people: readonly RealtimeClient[]): void => {
  for (const client of people) client.report({ channel, links: [{ link, ...word }] });
};
const tell = (double: string, behaviour: string) => hub.ask(`/demo/doubles/${double}`, posted({ behaviour }, { cookie: operator }));

test('a link that looks well and fails for its viewers is degraded and comes after the other, and the channel stays live', async () => {
  const { state, read, history, first } = await onAir('liaoning', ['well-1', 'well-2']);
  const five = await viewers(5);
  say('liaoning', first, fails, five.slice(0, 4));
  say(
    'liaoning',
    first,
    fails,
    Array.from({ length: 50 }, () => five[0] as RealtimeClient),
  );
  await expect.poll(async () => (await history(first)).viewers, soon).toMatchObject({ playing: 0, failing: 4 });
  await new Promise((resolve) => setTimeout(resolve, 4 * second));
  expect((await read()).links.map(({ health }) => health)).toEqual(['ok', 'ok']);

  say('liaoning', first, fails, five.slice(4));
  await expect
    .poll(async () => (await read()).links.map(({ rank, health }) => [rank, health]), soon)
    .toEqual([
      [2, 'ok'],
      [1, 'degraded'],
    ]);
  expect((await history(first)).items[0]).toMatchObject({ health: 'degraded', finding: { code: 'viewers.fail' } });
  expect(await state()).toBe('live');

  say('liaoning', first, plays, five);
  await expect
    .poll(async () => (await read()).links.map(({ rank, health }) => [rank, health]), soon)
    .toEqual([
      [1, 'ok'],
      [2, 'ok'],
    ]);
  expect((await history(first)).viewers).toEqual({ playing: 5, failing: 0, stalls: 0, firstFrameMs: 900 });
});

test('a link that the looks do not reach and that plays for its viewers is not taken off, until they lose it too', async () => {
  const { state, read, history, first } = await onAir('jilin', ['unseen']);
  const six = await viewers(6);
  say('jilin', first, plays, six);
  await expect.poll(async () => (await history(first)).viewers?.playing, soon).toBe(6);
  await tell('unseen', 'gone');
  await expect.poll(async () => (await read()).links[0]?.health, soon).toBe('degraded');
  expect((await history(first)).items[0]).toMatchObject({ health: 'degraded', finding: { code: 'viewers.play' } });
  expect(await state()).toBe('live');

  say('jilin', first, fails, six);
  await expect.poll(state, soon).toBe('interrupted');
  expect((await read()).links[0]?.health).toBe('down');
});

test('what is said of a link on a channel where it is not, by who has only an address, or not as agreed, is not heard', async () => {
  const { history, first } = await onAir('hubei', ['heard']);
  const five = await viewers(5);
  say('hunan', first, fails, five);
  say('hubei', 'no-such-link', fails, five);
  const report = (body: unknown) => hub.ask('/api/v1/watch/reports', posted(body));
  expect((await report({ channel: 'hubei', links: [{ link: first, ...fails }] })).status).toBe(200);
  expect((await report({ channel: 'no-such-channel', links: [{ link: first, ...fails }] })).status).toBe(404);
  expect((await report({ channel: 'hubei', links: [] })).status).toBe(400);
  expect((await report({ channel: 'hubei', links: [{ link: first, ...fails, errors: 1e9 }] })).status).toBe(400);
  await new Promise((resolve) => setTimeout(resolve, 3 * second));
  expect((await history(first)).viewers).toBeUndefined();
});
