import type { Cluster } from 'ioredis';
import { clusterSignIn, openClient, type ClientUse, type RedisAddress, type RedisClient, type RedisNode } from './client.js';

/** What BullMQ takes as a connection. */
export type JobConnection = RedisNode | Cluster;
type Opened = { connection: JobConnection; closable: { readonly isOpen: boolean; close(): Promise<unknown>; destroy(): void } };

const refreshTopologyEachMs = 5_000;
const longestReconnectMs = 2_000;

/**
 * BullMQ speaks to one server over the official client, and to a Cluster only over ioredis, which is loaded then.
 * All its keys carry one hash tag, so that each of its scripts finds them on one shard.
 */
export async function openJobConnection(
  address: RedisAddress,
  use: Exclude<ClientUse, 'commands'>,
  failed: (error: Error) => void,
): Promise<Opened> {
  if (address.isCluster) return openCluster(address, failed);
  const client = openClient(address, use, failed);
  await client.connect();
  return { connection: asNode(client), closable: client };
}

function asNode(client: RedisClient): RedisNode {
  if ('masters' in client) throw new Error('a single server was asked for');
  return client;
}

async function openCluster({ urls }: RedisAddress, failed: (error: Error) => void): Promise<Opened> {
  const ioredis = await import('ioredis');
  const { username, password, tls } = clusterSignIn(urls);
  const cluster = new ioredis.Cluster([...urls], {
    redisOptions: { username, password, tls: tls ? {} : undefined, maxRetriesPerRequest: null },
    clusterRetryStrategy: (attempts) => Math.min(longestReconnectMs, 50 * 2 ** Math.min(attempts, 10)),
    slotsRefreshInterval: refreshTopologyEachMs,
  });
  cluster.on('error', failed);
  const closable = {
    get isOpen() {
      return cluster.status !== 'end';
    },
    close: () => cluster.quit(),
    destroy: () => cluster.disconnect(),
  };
  return { connection: cluster, closable };
}
