import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { percentile } from '../../load/figures.js';
import { faultSize } from '../fault-size.js';
import { expectInvariants } from '../invariants.js';
import type { Cluster } from '../parts/cluster.js';
import { keptInPostgres } from '../parts/kept-log.js';
import { Audience } from '../people/audience.js';

const topic = 'room:deep-space';
const { random, of, within } = faultSize;

/** What happens to one of two nodes is nobody's loss. */
export function nodeRows(cluster: () => Cluster): void {
  const gather = (speakers: number, watchers: number): Promise<Audience> =>
    Audience.gather({ doors: cluster().webs.map(({ door }) => door), topic, speakers, watchers, random });
  const kept = () => keptInPostgres(cluster().postgres.url, topic);

  test('kill-node: kill -9 of one of two nodes mid-chat; 0 lost, 0 doubled, clients back in 6 s', async () => {
    const [first] = cluster().webs;
    using audience = await gather(of(10, 50), of(10, 50));
    for (let round = 0; round < of(1, 5); round++) {
      {
        using _talk = audience.talk(of(30, 200));
        await sleep(500 + random() * 1_500);
        await first.kill('SIGKILL');
        await sleep(of(1_500, 6_000));
      }
      await first.start();
      await expectInvariants(audience.people, kept, { withinMs: within(10_000) });
    }
    const gaps = audience.people.flatMap((person) => person.gaps).map(({ lostAt, backAt = Infinity }) => backAt - lostAt);
    expect(gaps.length).toBeGreaterThan(0);
    expect(percentile(gaps, 0.99)).toBeLessThan(within(6_000));
  });

  test('die-before-publish: a node killed between commit and publish costs the others 2.5 s and nobody a message', async () => {
    const [first] = cluster().webs;
    using audience = await gather(4, 4);
    const speaker = audience.speakers[0];
    if (!speaker) throw new Error('nobody speaks');
    for (let round = 0; round < of(1, 4); round++) {
      await first.strikeAtNextCommit('SIGKILL');
      const said = speaker.say(`at the moment of death ${round} of ${faultSize.seed}`);
      const others = audience.people.filter((_, i) => i % 2 === 1);
      await expect
        .poll(() => others.every(({ seen }) => seen.arrivals.has(said.id)), { timeout: within(2_500) + 1_000, interval: 20 })
        .toBe(true);
      await first.start();
      await expectInvariants(audience.people, kept, { withinMs: within(10_000) });
    }
  });

  test('stop-node: a node stopped 8 s between commit and publish, and on again; nothing twice, nothing missing', async () => {
    const [first] = cluster().webs;
    using audience = await gather(4, 4);
    const [speaker, other] = audience.speakers;
    if (!speaker || !other) throw new Error('nobody speaks');
    await first.strikeAtNextCommit('SIGSTOP');
    const said = speaker.say(`at the moment of the stop of ${faultSize.seed}`);
    await expect.poll(() => other.seen.arrivals.has(said.id), { timeout: within(2_500) + 1_000, interval: 20 }).toBe(true);
    const meanwhile = other.say(`meanwhile of ${faultSize.seed}`);
    await sleep(of(2_000, 8_000));
    first.resume();
    const log = await expectInvariants(audience.people, kept, { withinMs: within(10_000) });
    const order = log.entries.map(({ id }) => id);
    expect(order.indexOf(said.id)).toBeLessThan(order.indexOf(meanwhile.id));
  });
}
