import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultSize } from './fault-size.js';
import { expectInvariants } from './invariants.js';
import { keptInPostgres } from './parts/kept-log.js';
import { type ShardedHub, startShardedHub } from './parts/sharded-hub.js';
import { expectTilesAsTheRowsSay } from './parts/tiles.js';
import { Audience } from './people/audience.js';

/** Rooms of the demo, one on each shard. */
const topics = ['room:deep-space', 'room:microscope', 'room:tide'];
const { random, of, within } = faultSize;

let hub: ShardedHub;
beforeAll(async () => {
  hub = await startShardedHub();
}, 180_000);
afterAll(() => hub[Symbol.asyncDispose]());

/** In each room some people at the one web and some at the other. */
async function gather(): Promise<Audience[] & Disposable> {
  const doors = hub.webs.map(({ address }) => address);
  const audiences = await Promise.all(topics.map((topic) => Audience.gather({ doors, topic, speakers: 4, random })));
  return Object.assign(audiences, { [Symbol.dispose]: () => audiences.forEach((audience) => audience[Symbol.dispose]()) });
}

async function talkDuring(audiences: readonly Audience[], fault: () => Promise<void>): Promise<void> {
  const talks = audiences.map((audience) => audience.talk(of(10, 30)));
  await sleep(500);
  await fault();
  await sleep(500);
  for (const talk of talks) talk[Symbol.dispose]();
}

async function expectAllWell(audiences: readonly Audience[], lateMs: number): Promise<void> {
  for (const [i, { people }] of audiences.entries()) {
    await expectInvariants(people, () => keptInPostgres(hub.postgres.url, topics[i] ?? ''), { withinMs: within(12_000) });
  }
  expect(Math.max(...audiences.flatMap((audience) => audience.lateness(audience.said)))).toBeLessThan(within(lateMs));
  await expectTilesAsTheRowsSay(hub.webs[0].address, hub.webs[1].address);
}

test('redis-cluster: on three shards talks cross two nodes within a tick or two, not by the two-second look', async () => {
  using audiences = await gather();
  await talkDuring(audiences, () => sleep(1_500));
  await expectAllWell(audiences, 600);
});

test.each(['paused', 'gone, and back empty'] as const)(
  'redis-shard: one of three shards %s under load loses nobody a word',
  async (fault) => {
    using audiences = await gather();
    await talkDuring(audiences, async () => {
      for (const shard of hub.redis.shards.slice(0, of(1, 3))) {
        if (fault === 'paused') shard.pause();
        else await shard.kill();
        await sleep(of(3_000, 10_000));
        if (fault === 'paused') shard.resume();
        else await shard.start();
        await sleep(of(500, 3_000));
      }
    });
    await expectAllWell(audiences, 2_500);
  },
);
