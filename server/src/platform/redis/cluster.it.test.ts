import { startRedisCluster, startRedis, type RedisCluster } from '@yunhui/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodesOf } from './client.js';
import { Redis } from './redis.js';
import { refuseUnfitRedis } from './requirements.js';

const soon = { timeout: 15_000, interval: 20 };
/** Topics enough that every shard has some: a topic's keys live where the CRC16 of its name says. */
const topics = Array.from({ length: 24 }, (_, i) => `room:channel-${i}`);
const busOf = (topic: string) => `t:{${topic}}:bus`;

let cluster: RedisCluster;
let redis: Redis;
beforeAll(async () => {
  cluster = await startRedisCluster();
  redis = await Redis.connect({ urls: cluster.urls.slice(0, 1), isCluster: true });
});
afterAll(async () => {
  await redis.beforeApplicationShutdown();
  await cluster[Symbol.asyncDispose]();
});

/** Whether each topic's shard takes a write now. */
const taken = () =>
  Promise.all(
    topics.map((topic) =>
      redis.client.set(`t:{${topic}}:seen`, 'x').then(
        () => true,
        () => false,
      ),
    ),
  );

describe('a Redis Cluster', () => {
  test('is found from one of its addresses, and has keys on each of its shards', async () => {
    expect(nodesOf(redis.client)).toHaveLength(3);
    await expect(refuseUnfitRedis(redis.client)).resolves.toBeUndefined();
    expect(await taken()).not.toContain(false);
    const sizes = await Promise.all(nodesOf(redis.client).map(async (node) => node?.dbSize()));
    expect(sizes.every((size) => (size ?? 0) > 0)).toBe(true);
  });

  test('carries the news of every topic, and again when a shard died and came back', async () => {
    const subscriber = await redis.duplicate();
    const heard = new Set<string>();
    for (const topic of topics) await subscriber.sSubscribe(busOf(topic), (message) => heard.add(message));
    const tell = (word: string) =>
      Promise.all(topics.map((topic) => redis.client.sPublish(busOf(topic), `${topic} ${word}`).catch(() => 0)));
    await tell('before');
    await expect.poll(() => heard.size, soon).toBe(topics.length);

    let recoveries = 0;
    const stop = redis.onRecovered(() => (recoveries += 1));
    await cluster.shards[1]?.kill();
    await expect.poll(() => redis.healthy, soon).toBe(false);
    heard.clear();
    await tell('meanwhile');
    await expect.poll(() => heard.size, soon).toBeGreaterThanOrEqual(8); // the other two shards' topics
    await cluster.shards[1]?.start();
    await expect.poll(() => redis.healthy, soon).toBe(true);
    stop();
    expect(recoveries).toBe(1);
    await expect.poll(async () => (await tell('after'), topics.filter((topic) => !heard.has(`${topic} after`))), soon).toEqual([]);
  });

  test('of which one shard is paused refuses that shard’s keys at once, and serves the others', async () => {
    const [, , third] = cluster.shards;
    third?.pause();
    const started = Date.now();
    const answers = await taken();
    expect(Date.now() - started).toBeLessThan(3_750); // promised: 1.25 s
    expect(new Set(answers)).toEqual(new Set([true, false]));
    third?.resume();
    await expect.poll(taken, soon).not.toContain(false);
    await expect.poll(() => redis.healthy, soon).toBe(true);
  });

  test('is not taken for a single server, nor the other way round', async () => {
    const mistaken = await Redis.connect(cluster.urls[0] ?? '');
    await expect(refuseUnfitRedis(mistaken.client)).rejects.toThrow('set REDIS_CLUSTER=on');
    await mistaken.beforeApplicationShutdown();
    await using single = await startRedis();
    await expect(Redis.connect({ urls: [single.url], isCluster: true }, 1_000)).rejects.toThrow('Redis does not answer');
  });
});
