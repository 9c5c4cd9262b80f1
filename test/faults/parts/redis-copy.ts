import { createClient, RESP_TYPES } from 'redis';

/** Everything a Redis holds, with what is left of each key's time. */
export type RedisCopy = { key: string; value: Buffer; ttlMs: number }[];

async function withRedis<Value>(url: string, work: (client: Awaited<ReturnType<typeof connected>>) => Promise<Value>): Promise<Value> {
  const client = await connected(url);
  try {
    return await work(client);
  } finally {
    client.destroy();
  }
}

const connected = (url: string) =>
  createClient({ url })
    .withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer })
    .connect();

export function copyOf(url: string): Promise<RedisCopy> {
  return withRedis(url, async (client) => {
    const copy: RedisCopy = [];
    for (const name of await client.keys('*')) {
      const key = String(name);
      const value = (await client.dump(key)) as Buffer | null;
      if (value) copy.push({ key, value, ttlMs: Math.max(0, Number(await client.pTTL(key))) });
    }
    return copy;
  });
}

/**
 * What a failover to a replica that was behind does: everything since the copy never happened, for everybody
 * from one command to the next. An empty copy empties it.
 */
export function putBack(url: string, copy: RedisCopy): Promise<void> {
  return withRedis(url, async (client) => {
    const atOnce = client.multi().flushAll();
    for (const { key, value, ttlMs } of copy) atOnce.restore(key, ttlMs, value as never);
    await atOnce.exec();
  });
}
