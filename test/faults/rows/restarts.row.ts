import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { percentile } from '../../load/figures.js';
import { faultSize, note } from '../fault-size.js';
import { expectInvariants } from '../invariants.js';
import type { Cluster } from '../parts/cluster.js';
import { keptInPostgres } from '../parts/kept-log.js';
import { Audience } from '../people/audience.js';

const topic = 'room:deep-space';
const { random, of, within } = faultSize;
const skewMs = 10 * 60_000;

/** Everybody comes back at once, on purpose or not; and nodes need not agree about the time. */
export function restartRows(cluster: () => Cluster): void {
  const gather = (speakers: number, watchers: number): Promise<Audience> =>
    Audience.gather({ doors: cluster().webs.map(({ door }) => door), topic, speakers, watchers, random });
  const kept = () => keptInPostgres(cluster().postgres.url, topic);

  test(`reconnect: ${of('120', '5,000')} lines lost at once; everybody back once, no second wave`, async () => {
    const { webs } = cluster();
    using audience = await gather(of(8, 20), of(112, 4_980));
    {
      using _talk = audience.talk(20);
      for (const { street } of webs) street.drop();
      await sleep(of(3_000, 20_000));
    }
    await expectInvariants(audience.people, kept, { withinMs: within(15_000) });
    const waves = audience.people.map(({ gaps }) => gaps.length);
    expect(new Set(waves)).toEqual(new Set([1]));
    const gaps = audience.people.flatMap((person) => person.gaps).map(({ lostAt, backAt = Infinity }) => backAt - lostAt);
    note(`reconnect: ${gaps.length} lines, back p50 ${Math.round(percentile(gaps, 0.5))} ms, p99 ${Math.round(percentile(gaps, 0.99))} ms`);
    expect(percentile(gaps, 0.99)).toBeLessThan(within(15_000));
  });

  test('rolling-restart: each node ended by SIGTERM in turn while people talk; 0 failed sends after retry', async () => {
    using audience = await gather(of(8, 30), of(8, 200));
    {
      using _talk = audience.talk(of(20, 100));
      for (const web of cluster().webs) {
        await sleep(500);
        await web.kill('SIGTERM');
        await web.start();
      }
      await sleep(500);
    }
    await expectInvariants(audience.people, kept, { withinMs: within(15_000) });
    expect(audience.said.filter(({ refused }) => refused !== undefined)).toEqual([]);
    expect(Math.max(...audience.people.map(({ gaps }) => gaps.length))).toBeLessThanOrEqual(cluster().webs.length);
  });

  test('clock: one node is 10 min ahead; the order and the times are the database’s', async () => {
    const [, second] = cluster().webs;
    await second.kill('SIGTERM');
    await second.start({ CLOCK_AT: new Date(Date.now() + skewMs).toISOString() });
    try {
      using audience = await gather(6, 4);
      {
        using _talk = audience.talk(20);
        await sleep(of(2_000, 20_000));
      }
      const { entries } = await expectInvariants(audience.people, kept, { withinMs: within(5_000) });
      const said = new Set(audience.said.map(({ id }) => id));
      const ages = entries.filter(({ id }) => said.has(id)).map(({ at }) => Date.now() - at);
      expect(Math.min(...ages)).toBeGreaterThan(-1_000);
      expect(Math.max(...ages)).toBeLessThan(skewMs);
    } finally {
      await second.kill('SIGTERM');
      await second.start({ CLOCK_AT: '' });
    }
  });
}
