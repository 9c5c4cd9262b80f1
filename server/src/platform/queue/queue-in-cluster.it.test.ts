import { Injectable } from '@nestjs/common';
import { startRedisCluster } from '@yunhui/testkit';
import { expect, test } from 'vitest';
import { aPlatform, jobsBut, standInFor } from '../../../test/platform-app.js';
import type { JobPayload } from '../../catalog/jobs.js';
import { Redis } from '../redis/index.js';
import { HandlesJob, Jobs, QueueModule } from './index.js';

const soon = { timeout: 20_000, interval: 50 };
const aFact = (id: number) => ({ id, name: 'any', key: 'k', version: 1, handler: 'any' });

@Injectable()
class Worker {
  done: number[] = [];
  ticks = 0;

  @HandlesJob('facts.deliver')
  async deliver({ id }: JobPayload<'facts.deliver'>): Promise<void> {
    this.done.push(id);
  }

  @HandlesJob('facts.prune')
  async prune(): Promise<void> {
    this.ticks += 1;
  }
}

test('jobs and schedules in a Redis Cluster are done, and again after every shard was killed', async () => {
  await using cluster = await startRedisCluster();
  const redis = await Redis.connect({ urls: cluster.urls, isCluster: true });
  const others = standInFor(...jobsBut('facts.deliver', 'facts.prune'));
  const platform = await aPlatform({ imports: [QueueModule], providers: [Worker, others], own: { redis } });
  const [jobs, worker] = [platform.get(Jobs), platform.get(Worker)];
  jobs.every('facts.prune', {}, 200);
  await jobs.add('facts.deliver', aFact(1));
  await expect.poll(() => worker.done, soon).toEqual([1]);
  await expect.poll(() => worker.ticks, soon).toBeGreaterThan(2);

  await Promise.all(cluster.shards.map((shard) => shard.kill()));
  await expect.poll(() => redis.healthy, soon).toBe(false); // what is back before anybody missed it is put right within the minute
  await Promise.all(cluster.shards.map((shard) => shard.start()));
  const before = worker.ticks;
  await expect
    .poll(
      () =>
        jobs.add('facts.deliver', aFact(2)).then(
          () => worker.done.includes(2),
          () => false,
        ),
      soon,
    ) // a job is added until it is done: so do those who keep its reason
    .toBe(true);
  await expect.poll(() => worker.ticks, soon).toBeGreaterThan(before + 2);
  await platform.close();
  await redis.beforeApplicationShutdown();
});
