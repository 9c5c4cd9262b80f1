import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { ownRedis } from '../../../test/own-redis.js';
import { nodesOf } from './client.js';
import { Redis } from './redis.js';
import { refuseUnfitRedis } from './requirements.js';

const soon = { timeout: 6_000, interval: 20 };

describe('the connection to Redis', () => {
  test('refuses commands while Redis is paused, and tells when it is back', async () => {
    await using own = await ownRedis();
    let recoveries = 0;
    own.redis.onRecovered(() => (recoveries += 1));

    own.server.pause();
    const started = Date.now();
    await expect(own.redis.client.get('any')).rejects.toThrow('Disconnects client');
    expect(Date.now() - started).toBeLessThan(3_750); // promised: 1.25 s
    expect(own.redis.healthy).toBe(false);
    const asked = Date.now();
    await expect(own.redis.client.get('any')).rejects.toThrow('The client is offline');
    expect(Date.now() - asked).toBeLessThan(100);
    own.server.resume();

    await expect.poll(() => own.redis.healthy, soon).toBe(true);
    expect(recoveries).toBe(1);
    await own.redis.client.set('any', 'value');
    expect(await own.redis.client.get('any')).toBe('value');
  });

  test('keeps a sharded subscription through the death of Redis', async () => {
    await using own = await ownRedis();
    const subscriber = await own.redis.duplicate();
    const heard: string[] = [];
    await subscriber.sSubscribe('t:{room:a}:bus', (message) => heard.push(message));
    await own.redis.client.sPublish('t:{room:a}:bus', 'before');
    await expect.poll(() => heard, soon).toEqual(['before']);

    await own.server.kill();
    await own.server.start();
    await expect.poll(() => own.redis.healthy, soon).toBe(true);
    const again = async () => ((await own.redis.client.sPublish('t:{room:a}:bus', 'after')) > 0 ? heard.at(-1) : 'nobody yet');
    await expect.poll(again, soon).toBe('after');
  });

  test('counts a Redis that came back between two heartbeats as recovered: what it held is gone', async () => {
    await using own = await ownRedis();
    let recoveries = 0;
    own.redis.onRecovered(() => (recoveries += 1));
    const [node] = nodesOf(own.redis.client);
    await node?.sendCommand(['CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'no']).catch(() => undefined); // its own connection too
    await expect.poll(() => recoveries, soon).toBe(1);
    expect(own.redis.healthy).toBe(true);
  });

  test('tells nothing more to a listener that has stopped', async () => {
    await using own = await ownRedis();
    const heard: string[] = [];
    const stop = own.redis.onRecovered(() => heard.push('stopped'));
    own.redis.onRecovered(() => heard.push('listening'));
    stop();
    await own.server.kill();
    await own.server.start();
    await expect.poll(() => heard, soon).toEqual(['listening']);
  });

  test('fails with the reason when nobody listens', async () => {
    await expect(Redis.connect('unix:///tmp/nobody-listens-here.sock', 300)).rejects.toThrow(/Redis does not answer: .*ENOENT/);
  });

  test('is not declared lost because our own loop was busy', async () => {
    await using own = await ownRedis();
    const busyUntil = Date.now() + 1_600;
    while (Date.now() < busyUntil);
    await wait(50);
    expect(own.redis.healthy).toBe(true);
  });
});

describe('an external Redis', () => {
  test('is refused when it evicts keys', async () => {
    await using own = await ownRedis();
    await expect(refuseUnfitRedis(own.redis.client)).resolves.toBeUndefined();
    await own.redis.client.configSet('maxmemory-policy', 'allkeys-lru');
    await expect(refuseUnfitRedis(own.redis.client)).rejects.toThrow(/evicts keys \(maxmemory-policy allkeys-lru\)/);
  });
});
