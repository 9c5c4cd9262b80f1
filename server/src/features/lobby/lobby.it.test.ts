import { Lobby, Problem } from '@yunhui/contracts';
import { byNearnessToAir } from '@yunhui/domain';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { night, outermost, type ProgrammeHub, startProgrammeHub } from '../../../test/programme-hub.js';
import { Database } from '../../platform/database/index.js';
import { TopicStates } from '../../platform/realtime/index.js';
import { Redis } from '../../platform/redis/index.js';
import { CampaignsRepository } from '../campaigns/campaigns.repository.js';
import { ChannelsService } from '../channels/index.js';
import { LobbyRepository } from './lobby.repository.js';
import { LobbyService } from './lobby.service.js';
import { TileKeeper } from './tile-keeper.js';
import { TileTopics } from './tile-topics.store.js';

let hub: ProgrammeHub;
beforeAll(async () => {
  hub = await startProgrammeHub(night);
});
afterAll(() => hub[Symbol.asyncDispose]());

const lobbyPath = `/api/v1/campaigns/${outermost}/lobby`;
const states = () => hub.app.get(TopicStates);
const keeper = () => hub.app.get(TileKeeper, { strict: false });
const valuesIn = async (topic: string) =>
  new Map([...((await states().read(topic))?.values ?? [])].map(([key, { value }]) => [key, value]));

describe('the lobby', () => {
  test('begins with what is nearest to air, and what never stops is live', async () => {
    await expect
      .poll(async () => (await hub.lobby()).channels.filter(({ state }) => state === 'live').length, { timeout: 15_000 })
      .toBeGreaterThanOrEqual(3);
    const { channels } = Lobby.parse(await hub.lobby());
    expect(channels).toEqual([...channels].sort(byNearnessToAir));
    expect(channels[0]?.state).toBe('live');
    expect(await hub.tile('tide')).toMatchObject({ state: 'live', roundTheClock: true });
  });

  test('is answered to any page, with an ETag, and not again while nothing has changed', async () => {
    const first = await hub.ask(lobbyPath);
    expect(Object.fromEntries(['cache-control', 'access-control-allow-origin'].map((name) => [name, first.headers.get(name)]))).toEqual({
      'cache-control': 'public, max-age=1',
      'access-control-allow-origin': '*',
    });
    const askAgain = async (): Promise<number> => {
      const etag = (await hub.ask(lobbyPath)).headers.get('etag') ?? '';
      await new Promise((resolve) => setTimeout(resolve, 300)); // longer than one answer is shared
      return (await hub.ask(lobbyPath, { headers: { 'if-none-match': etag } })).status;
    };
    await expect.poll(askAgain, { timeout: 10_000 }).toBe(304); // the last streams may just have come
  });

  test('costs three statements, and a crowd that asks at once no more', async () => {
    const lobby = hub.app.get(LobbyService, { strict: false });
    const tiles = hub.app.get(LobbyRepository, { strict: false });
    const campaigns = hub.app.get(CampaignsRepository, { strict: false });
    await new Promise((resolve) => setTimeout(resolve, 300)); // longer than one answer is shared
    const spied = [vi.spyOn(tiles, 'ofCampaigns'), vi.spyOn(campaigns, 'within'), vi.spyOn(campaigns, 'quietOf')]; // one each
    try {
      await Promise.all(Array.from({ length: 50 }, () => lobby.lobbyOf(outermost)));
      expect(spied.map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1]);
    } finally {
      for (const statement of spied) statement.mockRestore();
    }
  });

  test.each([
    ['/api/v1/campaigns/no-such-campaign/lobby', 'campaign.unknown'],
    ['/api/v1/campaigns/no-such-campaign', 'campaign.unknown'],
    ['/api/v1/channels/no-such-channel', 'channel.unknown'],
    ['/api/v1/channels/Not%20a%20slug', 'channel.unknown'],
  ])('%s is refused as %s', async (path, code) => {
    const answer = await hub.ask(path);
    expect([answer.status, Problem.parse(await answer.json()).code]).toEqual([404, code]);
  });

  test('lists the campaigns, the outermost first', async () => {
    const { items } = (await (await hub.ask('/api/v1/campaigns')).json()) as { items: { slug: string; parent?: string }[] };
    expect(items).toHaveLength(6);
    expect(items[0]).toMatchObject({ slug: outermost });
    expect(await (await hub.ask('/api/v1/campaigns/bagui-2023')).json()).toMatchObject({ parent: outermost, region: '450000' });
  });
});

describe('a tile', () => {
  test('stands in its lobby’s state under its slug and in its room’s as `channel`', async () => {
    const tile = await hub.tile('guangxi');
    await expect.poll(() => valuesIn(`lobby:${outermost}`).then((values) => values.get('guangxi'))).toEqual(tile);
    expect((await valuesIn('room:guangxi')).get('channel')).toEqual(tile);
  });

  test('of an inner campaign’s channel stands in every lobby around it', async () => {
    const channel = {
      slug: 'inner-one',
      campaign: 'bagui-2023',
      region: '450000',
      position: 99,
      level: 'city',
      title: '内',
      titleEn: 'Inner',
      domains: [],
      roundTheClock: false,
      sample: true,
    };
    await hub.app.get(Database).transaction((tx) => hub.app.get(ChannelsService, { strict: false }).open(tx, [channel]));
    await keeper().renew(['inner-one']);
    await expect
      .poll(async () => [(await valuesIn('lobby:bagui-2023')).has('inner-one'), (await valuesIn(`lobby:${outermost}`)).has('inner-one')])
      .toEqual([true, true]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await hub.lobby('bagui-2023')).channels.map(({ slug }) => slug)).toEqual(['inner-one']);
    expect((await hub.lobby()).channels.map(({ slug }) => slug)).toContain('inner-one');
    expect((await hub.lobby('kepuri-2023-tangshan')).channels).toEqual([]);
  });

  test('keeps its version when two renew it at once and nothing has changed', async () => {
    await Promise.all([keeper().renew(), keeper().renew()]);
    const versions = async () =>
      new Map((await hub.app.get(LobbyRepository, { strict: false }).ofChannels()).map(({ channel, version }) => [channel, version]));
    const before = await versions();
    await Promise.all([keeper().renew(['guangxi']), keeper().renew(['guangxi'])]);
    expect((await versions()).get('guangxi')).toBe(before.get('guangxi'));
  });

  test('is built again when Redis has lost it', async () => {
    await hub.app.get(Redis).client.del([`t:{lobby:${outermost}}:state`, 't:{room:guangxi}:state']);
    await states().rebuild(`lobby:${outermost}`, 0);
    await states().rebuild('room:guangxi', 0);
    expect((await valuesIn(`lobby:${outermost}`)).size).toBe((await hub.lobby()).channels.length);
    expect((await valuesIn('room:guangxi')).get('channel')).toEqual(await hub.tile('guangxi'));
  });

  test('that Redis lost a change of is put again', async () => {
    await hub.app.get(Redis).client.hDel(`t:{lobby:${outermost}}:state`, 'k:beijing');
    await hub.app.get(TileTopics, { strict: false }).putAll();
    expect((await valuesIn(`lobby:${outermost}`)).get('beijing')).toEqual(await hub.tile('beijing'));
  });
});

describe('while Redis is silent', () => {
  test('the lobby and the channels are answered from the database', async () => {
    const about = await hub.app.get(Redis).client.info('server');
    const pid = Number(/process_id:(\d+)/.exec(about)?.[1]);
    process.kill(pid, 'SIGSTOP');
    try {
      await expect.poll(() => hub.app.get(Redis).healthy, { timeout: 5_000 }).toBe(false);
      const [lobby, page, cold] = await Promise.all([
        hub.ask(lobbyPath),
        hub.ask('/api/v1/channels/guangxi'),
        hub.ask('/api/v1/campaigns/chengdu-scifi-2023/lobby'),
      ]);
      expect([lobby.status, page.status, cold.status]).toEqual([200, 200, 200]);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await expect.poll(() => hub.app.get(Redis).healthy, { timeout: 5_000 }).toBe(true);
  });
});
