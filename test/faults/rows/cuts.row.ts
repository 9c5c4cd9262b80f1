import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Channel } from '@yunhui/contracts';
import { createRealtimeClient } from '@yunhui/realtime-client';
import { expect, test } from 'vitest';
import { faultSize } from '../fault-size.js';
import { type SignedIn, signedIn } from '../../harness/signed-in.js';
import type { Cluster } from '../parts/cluster.js';
import { rowsOf } from '../parts/staff.js';

const { of, within } = faultSize;
/** What is promised to every page, on every node. */
const promisedMs = 2_000;
const channel = 'tide';

/** 即时阻断 must not wait for any one store. */
export function cutRows(cluster: () => Cluster): void {
  const stateAt = async (address: string) => ((await (await fetch(`${address}/api/v1/channels/${channel}`)).json()) as Channel).state;

  test('streams: cut-without-postgres, a moderator seen in the last ten minutes cuts off while Postgres is gone; every page on both nodes hears it in 2 s, and it is an audit row when Postgres is back', async () => {
    const { webs, postgres } = cluster();
    const moderator = await signedIn(webs[0].address, 'moderator');
    expect((await moderator.post('moderation/duty', { scopes: ['CN'] })).status).toBe(200); // seen on this node
    const pages = webs.map(({ address }) => createRealtimeClient({ url: address, ticket: async () => undefined }));
    try {
      for (const page of pages) await expect.poll(() => page.connection.status, { timeout: 10_000 }).toBe('connected');
      await postgres.kill();
      await sleep(of(500, 61_000)); // on demand longer than a cookie's holder is known without asking

      const began = performance.now();
      expect(await cutOff(moderator)).toMatchObject({ status: 201, body: { target: 'channel', id: channel, kept: false } });
      const heard = () => pages.map(({ cuts }) => cuts.map(({ id }) => id));
      await expect.poll(heard, { timeout: within(promisedMs) + 2_000, interval: 10 }).toEqual([[channel], [channel]]);
      expect(performance.now() - began).toBeLessThan(within(promisedMs));
      // Who comes while it is gone hears it with the greeting.
      const late = createRealtimeClient({ url: webs[1].address, ticket: async () => undefined });
      await expect.poll(() => late.cuts.length, { timeout: 5_000 }).toBe(1);
      late.close();
    } finally {
      await postgres.start();
    }
    await expect.poll(() => actsOn(postgres.url), { timeout: within(12_000) }).toEqual(['cut.placed']);
    for (const { address } of webs) await expect.poll(() => stateAt(address), { timeout: within(12_000) }).toBe('blocked');
    expect((await moderator.remove(`cuts/channel/${channel}`)).status).toBe(200);
    for (const page of pages) await expect.poll(() => page.cuts.length, { timeout: 5_000 }).toBe(0);
    await expect.poll(() => actsOn(postgres.url), { timeout: 5_000 }).toEqual(['cut.placed', 'cut.lifted']);
    for (const page of pages) page.close();
  });

  test('streams: cut-without-redis, it holds on both nodes in 2.5 s while Redis is gone, and stays when Redis is back and empty', async () => {
    const { webs, redis } = cluster();
    const moderator = await signedIn(webs[0].address, 'moderator');
    const page = createRealtimeClient({ url: webs[1].address, ticket: async () => undefined });
    try {
      await expect.poll(() => page.connection.status, { timeout: 10_000 }).toBe('connected');
      await redis.kill();
      await sleep(1_500); // until both nodes know that it is gone
      const began = performance.now();
      expect((await cutOff(moderator)).status).toBe(201);
      await expect.poll(() => page.cuts.length, { timeout: within(2_500) + 2_000, interval: 10 }).toBe(1);
      expect(performance.now() - began).toBeLessThan(within(2_500));
    } finally {
      await redis.start();
    }
    for (const { address } of webs) await expect.poll(() => stateAt(address), { timeout: within(12_000) }).toBe('blocked');
    await expect.poll(async () => (await moderator.remove(`cuts/channel/${channel}`)).status, { timeout: 10_000 }).toBe(200);
    await expect.poll(() => page.cuts.length, { timeout: 5_000 }).toBe(0);
    page.close();
  });
}

const cutOff = (moderator: SignedIn) => moderator.post('cuts', { act: randomUUID(), target: 'channel', id: channel, reason: '演练' });

/** What the audit has of the channel, in order, asked of PostgreSQL itself. */
async function actsOn(url: string): Promise<string[]> {
  const rows = await rowsOf<{ act: string }>(url, 'select act from audit_entries where subject = $1 order by at, id', [
    `channel:${channel}`,
  ]);
  return rows.map(({ act }) => act);
}
