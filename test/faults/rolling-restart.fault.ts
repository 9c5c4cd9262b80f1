import { setTimeout as sleep } from 'node:timers/promises';
import { askRedis, isRunning } from '@yunhui/testkit';
import { expect, test } from 'vitest';
import { startManyProcesses } from '../harness/many-processes.js';
import { faultSize } from './fault-size.js';
import { expectInvariants } from './invariants.js';
import { keptInPostgres } from './parts/kept-log.js';
import { Audience } from './people/audience.js';

const topic = 'room:deep-space';
const { random, of, within } = faultSize;

test('rolling-restart: one web after the other ends and comes back behind the balancer; no send fails after retry', async () => {
  await using hub = await startManyProcesses();
  const { address, databaseUrl, pids } = hub.account;
  using audience = await Audience.gather({ doors: [address], topic, speakers: of(6, 30), watchers: of(6, 100), random });
  let later = pids;
  {
    using _talk = audience.talk(of(20, 100));
    for (let round = 0; round < of(1, 3); round++) later = (await hub.roll()).pids;
    await sleep(1_000);
  }
  expect([later['web-1'], later['web-2'], later['worker'] === pids['worker']]).toEqual([expect.any(Number), expect.any(Number), true]);
  expect(later['web-1']).not.toBe(pids['web-1']);
  await expectInvariants(audience.people, () => keptInPostgres(databaseUrl, topic), { withinMs: within(10_000) });
  expect(audience.said.length).toBeGreaterThan(20);
  expect(audience.said.filter(({ ackedAt, refused }) => ackedAt === undefined || refused !== undefined)).toEqual([]);
});

test('a script that is killed leaves no process of the hub, no store and no door', async () => {
  const hub = await startManyProcesses();
  const { address, redisUrl, pids } = hub.account;
  await hub.kill();
  await expect.poll(() => Object.values(pids).filter(isRunning), { timeout: within(2_000) }).toEqual([]);
  expect(await askRedis(Number(new URL(redisUrl).port), 'PING')).toBeUndefined();
  await expect(fetch(address)).rejects.toThrow('fetch failed');
});
