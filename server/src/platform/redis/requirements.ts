import { StartRefused } from '../start-refused.js';
import { nodesOf, type RedisClient, type RedisNode } from './client.js';

/** What an external Redis must be, every shard of it. One that evicts would drop jobs and topic state without a word. */
export async function refuseUnfitRedis(client: RedisClient): Promise<void> {
  const isCluster = 'masters' in client;
  await Promise.all(nodesOf(client).map(async (node) => node && (await refuseUnfitNode(node, isCluster))));
}

async function refuseUnfitNode(node: RedisNode, isCluster: boolean): Promise<void> {
  const facts = parseInfo(await node.info());
  const version = facts.get('valkey_version') ?? facts.get('redis_version') ?? '0';
  if (Number.parseInt(version, 10) < 7) {
    throw new StartRefused(`REDIS_URL is version ${version}; the hub needs Redis or Valkey 7 or newer`);
  }
  const policy = facts.get('maxmemory_policy');
  if (policy !== undefined && policy !== 'noeviction') {
    throw new StartRefused(
      `REDIS_URL evicts keys (maxmemory-policy ${policy}); set it to noeviction: CONFIG SET maxmemory-policy noeviction`,
    );
  }
  if (facts.get('cluster_enabled') === '1' && !isCluster) {
    throw new StartRefused('REDIS_URL is a node of a Redis Cluster: set REDIS_CLUSTER=on, or its keys on other nodes are not found');
  }
  if (isCluster) await refuseBrokenCluster(node);
}

/** A Cluster that is not complete answers no command whose shard is missing. */
async function refuseBrokenCluster(node: RedisNode): Promise<void> {
  const state = parseInfo(await node.clusterInfo()).get('cluster_state');
  if (state !== 'ok') throw new StartRefused(`The Redis Cluster at REDIS_URL is not whole (cluster_state ${state ?? 'unknown'})`);
}

/** The `name:value` lines of INFO. */
export function parseInfo(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(/\r?\n/).flatMap((line) => {
      const colon = line.indexOf(':');
      return colon > 0 && !line.startsWith('#') ? [[line.slice(0, colon), line.slice(colon + 1)] as const] : [];
    }),
  );
}
