import { setTimeout as pause } from 'node:timers/promises';
import { Channel, type LobbyChannel } from '@yunhui/contracts';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { night, outermost, type ProgrammeHub, startProgrammeHub } from '../../../test/programme-hub.js';
import { Database } from '../../platform/database/index.js';
import { ChannelsService } from '../channels/index.js';

/** What is promised from the first good playlist to the tile; a guard allows three times as much. */
const promisedMs = 5_000;
const second = 1_000;

let hub: ProgrammeHub;
let operator: string;
beforeAll(async () => {
  hub = await startProgrammeHub(night);
  operator = await hub.signIn('operator');
  const open = (slug: string, position: number) => ({
    slug,
    campaign: outermost,
    region: '450000',
    position,
    level: 'city',
    title: slug,
    titleEn: slug,
    domains: [],
    roundTheClock: false,
    sample: true,
  });
  await hub.app
    .get(Database)
    .transaction((tx) => hub.app.get(ChannelsService, { strict: false }).open(tx, ['appears', 'never-comes', 'fails-over'].map(open)));
});
afterAll(() => hub[Symbol.asyncDispose]());

/** An address of the demo's origin that plays from one moment to another. */
const windowOf = (from: number, to: number): string => `/demo/window/${from}-${to}/tide/master.m3u8`;
const planned = (channel: string, start: number, end: number, urls: string[]) =>
  hub.plan(
    channel,
    {
      title: '一场试播',
      form: '直播',
      startsAt: new Date(start).toISOString(),
      endsAt: new Date(end).toISOString(),
      links: urls.map((url) => ({ kind: 'hls-live', url })),
    },
    operator,
  );
/** When the channel's tile had come to a state. Not `expect.poll`: it is nobody's when tests run side by side. */
const until = async (channel: string, state: LobbyChannel['state'], patienceMs: number): Promise<number> => {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(100)) {
    if ((await hub.tile(channel).catch(() => undefined))?.state === state) return hub.now();
  }
  throw new Error(`${channel} is not ${state} after ${patienceMs} ms, but ${(await hub.tile(channel)).state}`);
};

describe.concurrent('a session', { timeout: 90_000 }, () => {
  test('is due, goes live with its stream, is interrupted when that vanishes, live when it is back, and ends', async ({ expect }) => {
    const start = hub.now() + 6 * second;
    const [vanishes, returns, end] = [start + 5 * second, start + 17 * second, start + 27 * second];
    await planned('appears', start, end, [windowOf(start, vanishes), windowOf(returns, end)]);
    await until('appears', 'due', 3 * second);

    const liveAt = await until('appears', 'live', 6 * second + 3 * promisedMs);
    expect(liveAt).toBeGreaterThanOrEqual(start);
    expect(liveAt - start).toBeLessThanOrEqual(3 * promisedMs);
    const interruptedAt = await until('appears', 'interrupted', 15 * second);
    expect(interruptedAt - vanishes).toBeGreaterThanOrEqual(6 * second);
    const backAt = await until('appears', 'live', 10 * second + 3 * promisedMs);
    expect(backAt).toBeGreaterThanOrEqual(returns);
    const endedAt = await until('appears', 'ended', 10 * second + 3 * promisedMs);
    expect(endedAt).toBeGreaterThanOrEqual(end);
    expect(endedAt - end).toBeLessThanOrEqual(3 * promisedMs);
  });

  test('whose stream does not come is late, and never live', async ({ expect }) => {
    const start = hub.now() + 8 * second; // longer than the lobby may take to say that it is due
    const end = start + 12 * second;
    await planned('never-comes', start, end, ['/demo/hls/no-such-channel/master.m3u8']);
    const seen = new Set<string>();
    while (hub.now() < end + 2 * second) {
      const tile = await hub.tile('never-comes').catch(() => undefined);
      if (tile) seen.add(tile.late ? `${tile.state} late` : tile.state);
      await pause(250);
    }
    seen.delete('scheduled'); // before it was planned
    expect([...seen]).toEqual(['due', 'due late', 'ended']);
  });

  test('has its links ranked, the one that plays before the one that is down', async ({ expect }) => {
    const start = hub.now() + 2 * second;
    await planned('fails-over', start, start + 60 * second, [
      '/demo/hls/no-such-channel/master.m3u8',
      windowOf(start, start + 60 * second),
    ]);
    await until('fails-over', 'live', 3 * promisedMs);
    const page = async () => Channel.parse(await (await hub.ask('/api/v1/channels/fails-over')).json());
    await expect
      .poll(async () => (await page()).links.map(({ rank, health }) => [rank, health]), { timeout: 15 * second })
      .toEqual([
        [2, 'ok'],
        [1, 'down'],
      ]);
    expect((await page()).current?.state).toBe('live');
  });
});
