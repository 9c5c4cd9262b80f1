import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { faultSize } from '../fault-size.js';
import { expectInvariants } from '../invariants.js';
import type { Cluster } from '../parts/cluster.js';
import { keptInPostgres } from '../parts/kept-log.js';
import { signedIn } from '../../harness/signed-in.js';
import { Audience } from '../people/audience.js';
import { Person } from '../people/person.js';

const topic = 'room:deep-space';
const { random, of, within } = faultSize;

/** The one copy of what was acknowledged goes away, or goes back. */
export function postgresRows(cluster: () => Cluster): void {
  const doors = (): string[] => cluster().webs.map(({ door }) => door);
  const kept = () => keptInPostgres(cluster().postgres.url, topic);

  test('postgres-gone: Postgres killed 15 s; watching goes on, sends wait 2 s and are `busy`, nothing acknowledged is unkept', async () => {
    const { webs, postgres } = cluster();
    const operator = await signedIn(webs[0].address, 'operator');
    using audience = await Audience.gather({ doors: doors(), topic, speakers: 6, watchers: 4, random });
    {
      using _talk = audience.talk(20);
      await expect.poll(() => audience.people.every(({ seen }) => seen.arrivals.size > 0), { timeout: within(5_000) }).toBe(true);
      await postgres.kill();
      const gone = performance.now();
      await sleep(300);
      const said = audience.say();
      using newcomer = await Person.enter({ doors: doors(), topic, random });
      expect(newcomer.seen.stretches[0]?.shown.length).toBeGreaterThan(0);
      expect((await fetch(`${webs[0].address}/api/v1/topics/${topic}/snapshot`)).status).toBe(200);
      expect((await operator.put('channels/microscope/pick', { on: true })).status).toBeGreaterThanOrEqual(500);
      await expect.poll(() => said.refusals.length, { timeout: within(5_000) }).toBeGreaterThan(0);
      await sleep(of(2_500, 15_000) - (performance.now() - gone));
      expect(audience.said.filter(({ ackedAt = 0 }) => ackedAt > gone + 250)).toEqual([]);
    }
    await postgres.start();
    await expectInvariants(audience.people, kept, { withinMs: within(12_000) });
    expect(new Set(audience.said.flatMap(({ refusals }) => refusals))).toEqual(new Set(['busy']));
    expect(audience.people.flatMap(({ gaps }) => gaps)).toEqual([]);
  });
}

/** Last of all rows: afterwards the log has left out numbers, as it must when an epoch ends (E13). */
export function olderPostgresRow(cluster: () => Cluster): void {
  test('older-postgres: Postgres put back to an older copy behind the nodes’ backs; new epochs, no number reused in one', async () => {
    const { postgres } = cluster();
    const kept = () => keptInPostgres(postgres.url, topic);
    using audience = await Audience.gather({ doors: cluster().webs.map(({ door }) => door), topic, speakers: 6, watchers: 6, random });
    const before = (await kept()).epoch;
    {
      using _talk = audience.talk(of(20, 50));
      await sleep(500);
      const copy = await postgres.copy();
      await sleep(of(3_000, 60_000));
      await postgres.putBack(copy);
      await sleep(of(3_000, 10_000));
    }
    const { epoch } = await expectInvariants(audience.people, kept, { withinMs: within(12_000), wentBack: true });
    expect(epoch).not.toBe(before);
    for (const { seen } of audience.people) expect(seen.stretches.at(-1)?.epoch).toBe(epoch);
  });
}
