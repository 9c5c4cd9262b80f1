import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startService } from '@yunhui/testkit';
import { createRealtimeClient } from '@yunhui/realtime-client';
import { expect, test } from 'vitest';
import { aRelay } from '../../harness/relay.js';
import { faultSize, note } from '../fault-size.js';
import { expectInvariants } from '../invariants.js';
import type { Cluster } from '../parts/cluster.js';
import { keptInPostgres } from '../parts/kept-log.js';
import { Audience } from '../people/audience.js';

const topic = 'room:deep-space';
const { random, of, within } = faultSize;
/** What the protocol promises a page that wakes up: it knows, and then it is complete. */
const knowsMs = 8_000;
const completeMs = 3_000;

/** The product's own client on a line that died without a word. */
export function silenceRows(cluster: () => Cluster): void {
  const gather = (): Promise<Audience> =>
    Audience.gather({ doors: cluster().webs.map(({ door }) => door), topic, speakers: 4, watchers: 0, random });
  const kept = () => keptInPostgres(cluster().postgres.url, topic);

  test('half-open: the network cut 60 s without RST; the client knows 8 s after waking and is complete 3 s later', async () => {
    await using network = await aRelay(cluster().webs[0].port);
    using audience = await gather();
    let wake = (): void => undefined;
    const lifecycle = (woke: () => void) => {
      wake = woke;
      return () => undefined;
    };
    const client = createRealtimeClient({ url: `http://127.0.0.1:${network.port}`, ticket: async () => undefined, lifecycle });
    client.follow(topic, () => undefined);
    await expect.poll(() => client.viewOf(topic).status, { timeout: 10_000 }).toBe('live');
    network.cut();
    {
      using _talk = audience.talk(5);
      await sleep(of(3_000, 60_000));
    }
    const { head } = await expectInvariants(audience.people, kept, { withinMs: within(5_000) });
    network.forget(); // new lines pass, the old one is as dead as before
    const wokeAt = performance.now();
    wake();
    await expect.poll(() => client.viewOf(topic).seq, { timeout: within(knowsMs + completeMs), interval: 20 }).toBe(head);
    note(`half-open: complete ${Math.round(performance.now() - wokeAt)} ms after waking`);
    client.close();
  });

  test(`asleep: a phone asleep ${of('4 s', '10 min')}; it knows 8 s after waking and is complete 3 s later`, async () => {
    using audience = await gather();
    const script = join(import.meta.dirname, '../parts/phone.ts');
    await using phone = startService(process.execPath, [script, cluster().webs[0].door, topic], { env: process.env });
    await expect.poll(() => lastSaid(phone.output()).status, { timeout: within(20_000) }).toBe('live');
    phone.pause();
    {
      using _talk = audience.talk(5);
      await sleep(of(4_000, 600_000));
    }
    const { head } = await expectInvariants(audience.people, kept, { withinMs: within(5_000) });
    const wokeAt = performance.now();
    phone.resume();
    await expect.poll(() => lastSaid(phone.output()).seq, { timeout: within(knowsMs + completeMs), interval: 20 }).toBe(head);
    note(`asleep: complete ${Math.round(performance.now() - wokeAt)} ms after waking`);
  });
}

function lastSaid(output: string): { status?: string; seq?: number } {
  const lines = output
    .trimEnd()
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'));
  return JSON.parse(lines.at(-1) ?? '{}') as { status?: string; seq?: number };
}
