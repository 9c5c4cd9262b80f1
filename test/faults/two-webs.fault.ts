import type { Lobby, LobbyChannel } from '@yunhui/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultSize } from './fault-size.js';
import { aTalker, expectEachKeptOnce } from './talkers.js';
import { copyOf, putBack } from './redis-copy.js';
import { startTwoWebs, type TwoWebs } from './two-webs.js';

const topic = 'room:deep-space';
let hubs: TwoWebs;
beforeAll(async () => {
  hubs = await startTwoWebs();
}, 120_000);
afterAll(() => hubs[Symbol.asyncDispose]());

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const together = async () => {
  const [first, second] = hubs.webs;
  return [await aTalker(first.address, topic, '小满'), await aTalker(second.address, topic, '谷雨')] as const;
};

test('a talk crosses two web processes, in one order for both', async () => {
  const [ada, bob] = await together();
  using _ada = ada;
  using _bob = bob;
  const ids: string[] = [];
  for (let i = 0; i < 20; i++) {
    ids.push((i % 2 ? ada : bob).say(`${i}`));
    await pause(30);
  }
  await expect.poll(() => [ada, bob].map(({ seen }) => ids.every((id) => seen.includes(id))), { timeout: 5_000 }).toEqual([true, true]);
  await expectEachKeptOnce(hubs.webs[0].address, topic, ids);
});

test('a web process killed between commit and publish costs the others at most 2.5 s and nobody a message', async () => {
  const [ada, bob] = await together();
  using _ada = ada;
  using _bob = bob;
  const [first, second] = hubs.webs;
  for (let round = 0; round < faultSize.rounds(1, 4); round++) {
    await first.strikeAtNextCommit('SIGKILL');
    const id = ada.say(`said at the moment of death ${round}`);
    await expect.poll(() => bob.seen.includes(id), { timeout: 7_500, interval: 20 }).toBe(true);
    await first.start();
    await expect.poll(() => ada.settled(), { timeout: 30_000 }).toBe(true);
    await expectEachKeptOnce(second.address, topic, [...ada.sent]);
  }
});

test('a web process that stops between commit and publish, and goes on later, says nothing twice', async () => {
  const [ada, bob] = await together();
  using _ada = ada;
  using _bob = bob;
  const [first] = hubs.webs;
  await first.strikeAtNextCommit('SIGSTOP');
  const id = ada.say('said at the moment of the stop');
  await expect.poll(() => bob.seen.includes(id), { timeout: 7_500, interval: 20 }).toBe(true);
  const later = bob.say('meanwhile');
  await pause(faultSize.rounds(3_000, 8_000));
  first.resume();
  await expect.poll(() => ada.settled() && ada.seen.includes(later), { timeout: 30_000 }).toBe(true);
  expect(bob.seen.indexOf(id)).toBeLessThan(bob.seen.indexOf(later));
  await expectEachKeptOnce(first.address, topic, [id, later]);
});

test.each(['emptied', 'put back to an older copy', 'paused', 'killed and started empty'] as const)(
  'Redis %s while people talk: nobody misses a word',
  async (fault) => {
    const [ada, bob] = await together();
    using _ada = ada;
    using _bob = bob;
    const ids: string[] = [];
    const chatter = setInterval(() => ids.push((ids.length % 2 ? ada : bob).say(`${fault} ${ids.length}`)), 80);
    const copy = await copyOf(hubs.redis.url);
    await pause(2_000);
    if (fault === 'emptied') await putBack(hubs.redis.url, []);
    if (fault === 'put back to an older copy') await putBack(hubs.redis.url, copy);
    if (fault === 'paused') hubs.redis.pause();
    if (fault === 'killed and started empty') await hubs.redis.kill();
    await pause(faultSize.rounds(3_000, 10_000));
    hubs.redis.resume();
    if (fault === 'killed and started empty') await hubs.redis.start();
    await pause(1_000);
    clearInterval(chatter);
    await expect
      .poll(() => [ada, bob].map(({ seen }) => ids.filter((id) => !seen.includes(id)).length), { timeout: 15_000 })
      .toEqual([0, 0]);
    await expectEachKeptOnce(hubs.webs[0].address, topic, ids);
    const [first, second] = hubs.webs;
    await expect.poll(() => tilesByTopic(second.address), { timeout: 12_000 }).toEqual(await tilesByRows(first.address));
  },
);

/** What a viewer who joins now is told of the lobby's tiles: Redis' copy of them. */
async function tilesByTopic(address: string): Promise<Record<string, string>> {
  const answer = await fetch(`${address}/api/v1/topics/lobby:kepuri-2023/snapshot`);
  const { state } = (await answer.json()) as { state: Record<string, LobbyChannel> };
  return statesOf(Object.values(state));
}

/** The same from Postgres, where they belong. */
async function tilesByRows(address: string): Promise<Record<string, string>> {
  const answer = await fetch(`${address}/api/v1/campaigns/kepuri-2023/lobby`);
  return statesOf(((await answer.json()) as Lobby).channels);
}

const statesOf = (tiles: readonly LobbyChannel[]) => Object.fromEntries(tiles.map(({ slug, state }) => [slug, state]));
