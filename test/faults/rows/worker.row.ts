import type { LobbyChannel } from '@yunhui/contracts';
import { Client } from 'pg';
import { createClient } from 'redis';
import { expect, test } from 'vitest';
import { faultSize } from '../fault-size.js';
import type { Cluster } from '../parts/cluster.js';
import { signedIn } from '../../harness/signed-in.js';

const { within } = faultSize;
const channel = 'microscope';

/** A job that was being done when its process died is another's. */
export function workerRow(cluster: () => Cluster): void {
  test('worker: the worker is killed in a job; it is done once, within 60 s', async () => {
    const { webs, worker, postgres, redis } = cluster();
    const operator = await signedIn(webs[0].address, 'operator');
    await using table = await lockedFacts(postgres.url);
    worker.pause();
    expect((await operator.put(`channels/${channel}/pick`, { on: true })).status).toBe(200);
    await table.lock(); // whoever does the job waits here, in the middle of it
    worker.resume();
    await expect.poll(() => activeJobs(redis.url), { timeout: within(10_000) }).toBeGreaterThan(0);
    await worker.kill('SIGKILL');
    await table[Symbol.asyncDispose]();
    expect(await pendingFacts(postgres.url)).toBe(1);
    await worker.start(); // from here on somebody is there to do it
    await expect.poll(() => pendingFacts(postgres.url), { timeout: within(60_000) }).toBe(0);
    await expect.poll(() => isPicked(webs[1].address), { timeout: within(2_500) }).toBe(true);
    await operator.put(`channels/${channel}/pick`, { on: false });
  });
}

async function activeJobs(url: string): Promise<number> {
  const client = await createClient({ url }).connect();
  try {
    return await client.lLen('{bull}:facts:active');
  } finally {
    client.destroy();
  }
}

async function pendingFacts(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: string }>(
      `select count(*) from facts where name = 'channel.pick-changed' and pending <> '{}'`,
    );
    return Number(rows[0]?.count);
  } finally {
    await client.end();
  }
}

/** The table of facts, kept from everybody between `lock` and the end of the scope. */
async function lockedFacts(url: string): Promise<AsyncDisposable & { lock(): Promise<void> }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  let ended: Promise<void> | undefined;
  return {
    lock: async () => {
      await client.query('begin');
      await client.query('lock table facts in access exclusive mode');
    },
    [Symbol.asyncDispose]: () => (ended ??= client.end()),
  };
}

async function isPicked(address: string): Promise<boolean> {
  const answer = await fetch(`${address}/api/v1/topics/lobby:kepuri-2023/snapshot`);
  const { state } = (await answer.json()) as { state: Record<string, LobbyChannel> };
  return state[channel]?.pick === true;
}
