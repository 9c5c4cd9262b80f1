import { startRedis } from '@yunhui/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HttpHub, startHttpHub } from '../../../test/http-hub.js';
import { Redis } from '../redis/index.js';
import { Ceilings } from './ceilings.js';
import { Limits } from './limits.js';

let hub: HttpHub;
beforeAll(async () => {
  hub = await startHttpHub();
});
afterAll(() => hub[Symbol.asyncDispose]());

describe('limits', () => {
  const device = { device: 'd', address: '192.0.2.1' };

  test('count devices, and forgive one that waits', async () => {
    const limits = hub.app.get(Limits);
    for (let n = 0; n < 20; n += 1) await limits.consume('message', device);
    await expect(limits.consume('message', device)).rejects.toMatchObject({ code: 'limit.reached' });
    await limits.consume('message', { ...device, device: 'another' });
    await limits.consume('retract', device);
  });

  test('do not take a whole school behind one address for one device', async () => {
    const limits = hub.app.get(Limits);
    for (let n = 0; n < 50; n += 1)
      await expect(limits.consume('beat', { device: 'address:192.0.2.1', address: '192.0.2.1' })).resolves.toBeUndefined();
  });

  test('are higher for an address that is listed, and for no other', async () => {
    const ceilings = new Ceilings();
    await ceilings.readFrom(async () => [{ range: '198.51.100.0/24', guestsPerSecond: 300, sockets: 20_000 }]);
    const limits = new Limits(hub.config, hub.app.get(Redis), ceilings);
    const many = (address: string, count: number) =>
      Promise.allSettled(Array.from({ length: count }, () => limits.consume('guest', { device: 'd', address })));
    const refused = (all: PromiseSettledResult<void>[]) => all.filter(({ status }) => status === 'rejected').length;
    expect(refused(await many('198.51.100.9', 300))).toBe(0);
    expect(refused(await many('198.51.101.9', 300))).toBeGreaterThan(200);
  });

  test('of what goes wrong are asked first and counted afterwards', async () => {
    const limits = hub.app.get(Limits);
    const guesser = { device: 'd', address: '192.0.2.79' };
    for (let n = 0; n < 100; n += 1) {
      await limits.refuseSpent('topic.guess', guesser);
      await limits.consume('topic.guess', guesser);
    }
    await expect(limits.refuseSpent('topic.guess', guesser)).rejects.toMatchObject({ code: 'limit.reached' });
    await limits.refuseSpent('topic.guess', { ...guesser, address: '192.0.2.80' });
  });

  test('may be off on loopback', async () => {
    await using free = await startHttpHub({ env: { RATE_LIMITS: 'off' } });
    const limits = free.app.get(Limits);
    for (let n = 0; n < 50; n += 1) await expect(limits.consume('message', device)).resolves.toBeUndefined();
  });
});

test('without Redis people are served, and limits hold on the node alone', async () => {
  await using server = await startRedis();
  const redis = await Redis.connect(server.url);
  const limits = new Limits(hub.config, redis, new Ceilings());
  server.pause();
  await expect.poll(() => redis.healthy, { timeout: 10_000 }).toBe(false);
  const who = { device: 'd', address: '192.0.2.77' };
  for (let n = 0; n < 20; n += 1) await limits.consume('guest', who);
  await expect(limits.consume('guest', who)).rejects.toMatchObject({ code: 'limit.reached' });
  server.resume();
  await redis.beforeApplicationShutdown();
});

test('limits that are shared are counted by all nodes together', async () => {
  await using server = await startRedis();
  const [one, two] = await Promise.all([Redis.connect(server.url), Redis.connect(server.url)]);
  const nodes = [one, two].map((redis) => new Limits(hub.config, redis, new Ceilings()));
  const who = { device: 'd', address: '192.0.2.78' };
  for (let n = 0; n < 5; n += 1) await nodes[n % 2]?.consume('sign-in.pair', who, 'a b');
  await expect(nodes[0]?.consume('sign-in.pair', who, 'a b')).rejects.toMatchObject({ code: 'limit.reached' });
  await nodes[0]?.forgive('sign-in.pair', 'a b');
  await nodes[1]?.consume('sign-in.pair', who, 'a b');
  for (const redis of [one, two]) await redis.beforeApplicationShutdown();
});
