import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { residentMb } from '../../load/process-figures.js';
import { faultSize } from '../fault-size.js';
import { expectInvariants } from '../invariants.js';
import type { Cluster } from '../parts/cluster.js';
import { keptInPostgres } from '../parts/kept-log.js';
import { copyOf, putBack } from '../parts/redis-copy.js';
import { expectTilesAsTheRowsSay } from '../parts/tiles.js';
import { Audience } from '../people/audience.js';

const topic = 'room:deep-space';
const { random, of, within } = faultSize;

/** How Redis is taken away or changed, how long until it is there again, and what may not last longer than that. */
const faults = [
  { name: 'redis-copy', what: 'put back to a copy 2 s older', awayMs: 0 },
  { name: 'redis-emptied', what: 'emptied', awayMs: 0 },
  { name: 'redis-paused', what: 'paused 10 s', awayMs: of(3_000, 10_000) },
  { name: 'redis-gone', what: 'gone 30 s and back empty', awayMs: of(3_000, 30_000) },
] as const;

/** Nothing in Redis is the only copy of anything that was acknowledged. */
export function redisRows(cluster: () => Cluster): void {
  describe.each(faults)('$name: Redis $what under load', ({ name, awayMs }) => {
    test('loses nothing, doubles nothing, reorders nothing; watching and speaking go on', async () => {
      const { webs, redis, postgres } = cluster();
      using audience = await Audience.gather({ doors: webs.map(({ door }) => door), topic, speakers: 6, watchers: 4, random });
      const before = await Promise.all(webs.map(({ pid }) => residentMb(pid())));
      {
        using _talk = audience.talk(of(20, 50));
        const copy = name === 'redis-copy' ? await copyOf(redis.url) : [];
        await sleep(2_000);
        if (awayMs === 0) await putBack(redis.url, copy);
        if (name === 'redis-paused') redis.pause();
        if (name === 'redis-gone') await redis.kill();
        await sleep(awayMs);
        if (name === 'redis-paused') redis.resume();
        if (name === 'redis-gone') await redis.start();
        await sleep(500);
      }
      await expectInvariants(audience.people, () => keptInPostgres(postgres.url, topic), { withinMs: within(12_000) });
      expect(Math.max(...audience.lateness(audience.said))).toBeLessThan(within(2_500));
      await expectTilesAsTheRowsSay(webs[0].address, webs[1].address);
      const after = await Promise.all(webs.map(({ pid }) => residentMb(pid())));
      expect(Math.max(...after.map((mb, i) => mb - (before[i] ?? 0)))).toBeLessThanOrEqual(within(30));
    });
  });
}
