import { type RedisServer, startRedis } from '@yunhui/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Redis } from '../redis/index.js';
import { TopicStates } from './topic-states.js';

let server: RedisServer;
let redis: Redis;
let states: TopicStates;
beforeAll(async () => {
  server = await startRedis();
  redis = await Redis.connect(server.url);
  states = new TopicStates(redis);
});
afterAll(async () => {
  await redis.beforeApplicationShutdown();
  await server[Symbol.asyncDispose]();
});

let topics = 0;
const aTopic = (kind = 'lobby') => `${kind}:t${++topics}`;
const valuesOf = async (topic: string) =>
  Object.fromEntries([...((await states.read(topic))?.values ?? [])].map(([key, { value }]) => [key, value]));

describe('E7: the state of a topic', () => {
  test('keeps the highest version of a key, whoever writes last', async () => {
    const topic = aTopic();
    await states.put(topic, [{ key: 'a', version: 2, value: { title: '新' } }]);
    await states.put(topic, [
      { key: 'a', version: 1, value: { title: '旧' } },
      { key: 'b', version: 1, value: 1 },
    ]);
    expect(await valuesOf(topic)).toEqual({ a: { title: '新' }, b: 1 });
  });

  test('has a revision that only rises, and is of the time', async () => {
    const topic = aTopic();
    const before = Date.now() - 1_000;
    const revs: number[] = [];
    for (let version = 1; version <= 5; version++) {
      await states.put(topic, [{ key: 'a', version, value: version }]);
      revs.push((await states.revOf(topic)) ?? Number.NaN);
    }
    expect(revs).toEqual(revs.toSorted((one, other) => one - other));
    expect(new Set(revs).size).toBe(5);
    expect(revs[0]).toBeGreaterThan(before);
  });

  test('does not let a late value bring back a removed key', async () => {
    const topic = aTopic();
    await states.put(topic, [{ key: 'a', version: 1, value: 'here' }]);
    await states.put(topic, [{ key: 'a', version: 3, value: null }]);
    await states.put(topic, [{ key: 'a', version: 2, value: 'late' }]);
    expect(await valuesOf(topic)).toEqual({ a: null });
  });

  test('refuses a value above 512 bytes and keeps the rest', async () => {
    const topic = aTopic();
    await states.put(topic, [
      { key: 'long', version: 1, value: '好'.repeat(300) },
      { key: 'short', version: 1, value: '好' },
    ]);
    expect(await valuesOf(topic)).toEqual({ short: '好' });
  });

  test('that was lost is whole again after the next put, under a higher revision than anybody saw', async () => {
    states.rebuiltBy('room', async () => [
      { key: 'channel', version: 7, value: 'from the row' },
      { key: 'pin', version: 2, value: 'pinned' },
    ]);
    const topic = aTopic('room');
    await states.put(topic, [{ key: 'channel', version: 8, value: 'newer than the row was' }]);
    expect(await valuesOf(topic)).toEqual({ channel: 'newer than the row was', pin: 'pinned' });
    await redis.client.flushAll();
    expect(await states.read(topic)).toBeUndefined();
    const floor = Date.now() + 60_000;
    await states.rebuild(topic, floor);
    expect(await valuesOf(topic)).toEqual({ channel: 'from the row', pin: 'pinned' });
    expect(await states.revOf(topic)).toBeGreaterThan(floor);
  });
});
