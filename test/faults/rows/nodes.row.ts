import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { percentile } from '../../load/figures.js';
import { faultSize } from '../fault-size.js';
import { expectInvariants } from '../invariants.js';
import type { Cluster } from '../parts/cluster.js';
import { keptInPostgres } from '../parts/kept-log.js';
import { viewersOf } from '../parts/tiles.js';
import { Audience } from '../people/audience.js';

const channel = 'deep-space';
const topic = `room:${channel}`;
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

  test('counts: kill -9 of one of two nodes; who watches is counted right 20 s later, each device once', async () => {
    const [first, second] = cluster().webs;
    using audience = await gather(of(10, 50), 0);
    using _watching = watchOn(audience);
    const counted = () => viewersOf(second.address, channel);
    await expect.poll(counted, { timeout: within(20_000), interval: 500 }).toBe(audience.people.length);
    await first.kill('SIGKILL');
    try {
      await sleep(nodeForgottenMs);
      await expect.poll(counted, { timeout: within(20_000) - nodeForgottenMs, interval: 500 }).toBe(audience.people.length);
    } finally {
      await first.start();
    }
  });
}

/** What a node said of itself counts for so long after its death; before, a right number would be no sign. */
const nodeForgottenMs = 10_500;
const beatEachMs = 5_000;

function watchOn({ people }: Audience): Disposable {
  const timer = setInterval(() => people.forEach((person) => person.watch(channel)), beatEachMs);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
