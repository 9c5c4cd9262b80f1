import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { faultSize } from '../fault-size.js';
import { expectInvariants } from '../invariants.js';
import { type Cluster, fairWeather, foulWeather } from '../parts/cluster.js';
import { keptInPostgres } from '../parts/kept-log.js';
import { Audience } from '../people/audience.js';

const topic = 'room:deep-space';
const { random, of, within } = faultSize;

/** E4, E5: the bus is only speed. What it loses is read from Postgres. */
export function busRow(cluster: () => Cluster): void {
  test('bus: 10 % of its messages dropped and 10 % a second late; every viewer complete, in order, in 2.5 s', async () => {
    const { webs, postgres } = cluster();
    using audience = await Audience.gather({ doors: webs.map(({ door }) => door), topic, speakers: 6, watchers: 6, random });
    for (const web of webs) web.weather = foulWeather;
    try {
      using _talk = audience.talk(of(20, 100));
      await sleep(of(4_000, 30_000));
    } finally {
      for (const web of webs) web.weather = fairWeather;
    }
    expect(webs.reduce((sum, { lost }) => sum + lost, 0)).toBeGreaterThan(0);
    await expectInvariants(audience.people, () => keptInPostgres(postgres.url, topic), { withinMs: within(5_000) });
    expect(Math.max(...audience.lateness(audience.said))).toBeLessThan(within(2_500));
  });
}
