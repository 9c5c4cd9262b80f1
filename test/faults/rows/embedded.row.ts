import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from '@yunhui/testkit';
import { expect, test } from 'vitest';
import type { SpawnedHub } from '../../harness/hub.js';
import { childrenOf, programOf } from '../../load/process-figures.js';
import { faultSize } from '../fault-size.js';
import { expectInvariants } from '../invariants.js';
import { keptByHistory } from '../parts/kept-log.js';
import { Audience } from '../people/audience.js';

const topic = 'room:deep-space';
const { random, of, within } = faultSize;

/** One process with its private Redis, whose store survives the death of the process. */
export function embeddedRows(hub: () => SpawnedHub): void {
  const gather = (speakers: number, watchers: number): Promise<Audience> =>
    Audience.gather({ doors: [hub().address], topic, speakers, watchers, random });
  const kept = () => keptByHistory(hub().address, topic);

  test('kill-hub: kill -9 of the embedded hub mid-chat; 0 lost, 0 doubled, and no orphan 2 s later', async () => {
    using audience = await gather(of(10, 50), 5);
    for (let round = 0; round < of(1, 6); round++) {
      using _talk = audience.talk(of(40, 200));
      await sleep(500 + random() * 1_500);
      const family = await familyOf(hub().pid());
      expect(family.length).toBeGreaterThan(1);
      await hub().kill('SIGKILL');
      await expect.poll(() => family.filter(isRunning), { timeout: within(2_000), interval: 50 }).toEqual([]);
      await hub().start();
    }
    await expectInvariants(audience.people, kept, { withinMs: within(15_000) });
  });

  test('kill-store: the thread of the store killed while its lane is full; sends are `busy`, all kept once, healed in 5 s', async () => {
    using audience = await gather(10, 4);
    for (let i = 0; i < of(2_600, 6_000); i++) audience.say();
    await hub().crashStore();
    for (let i = 0; i < 200; i++) audience.say();
    await expectInvariants(audience.people, kept, { withinMs: within(of(15_000, 30_000)) });
    const refusals = new Set(audience.said.flatMap((said) => said.refusals));
    expect(refusals).toEqual(new Set(['busy']));
    const after = audience.say();
    await expect.poll(() => after.ackedAt, { timeout: within(5_000) }).toBeDefined();
  });

  test('kill-private-redis: its Redis killed mid-chat; started again in 2 s, nothing lost', async () => {
    using audience = await gather(4, 4);
    using talk = audience.talk(20);
    await sleep(500);
    const redis = await redisOf(hub().pid());
    expect(redis).toHaveLength(1);
    for (const pid of redis) process.kill(pid, 'SIGKILL');
    await expect
      .poll(async () => (await redisOf(hub().pid())).filter((pid) => !redis.includes(pid)).length, { timeout: within(2_000), interval: 50 })
      .toBe(1);
    await expect
      .poll(async () => ((await (await fetch(`${hub().address}/health/ready`)).json()) as { status: string }).status, {
        timeout: within(2_000),
      })
      .toBe('ready');
    talk[Symbol.dispose]();
    await expectInvariants(audience.people, kept, { withinMs: within(5_000) });
  });
}

/** A process and everything that it has started, and those. */
async function familyOf(pid: number): Promise<number[]> {
  const children = await childrenOf(pid);
  return [pid, ...(await Promise.all(children.map(familyOf))).flat()];
}

async function redisOf(hubPid: number): Promise<number[]> {
  const family = await familyOf(hubPid);
  const named = await Promise.all(family.map(async (pid) => ({ pid, name: await programOf(pid) })));
  return named.filter(({ name }) => name === 'redis-server').map(({ pid }) => pid);
}
