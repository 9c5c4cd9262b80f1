import { createClient, createCluster } from 'redis';

/** A connection of the official client to one server. */
export type RedisNode = ReturnType<typeof openNode>;
/** What everybody speaks to: one server, or a Cluster that sends each command to the shard of its key. */
export type RedisClient = RedisNode | ReturnType<typeof openCluster>;
/** Where Redis is: one address, or some of a Cluster's, which tell the others. */
export type RedisAddress = { readonly urls: readonly string[]; readonly isCluster: boolean };

/**
 * `commands` refuses at once while the connection is down; `patient` waits for it, and keeps its subscriptions
 * through a cut; `blocking` besides waits for a reply as long as it takes (BullMQ's workers).
 */
export type ClientUse = 'commands' | 'patient' | 'blocking';

/** A socket on which nothing moves for so long is dead: pings each second keep a living one busy. */
const deadAfterMs = 5_000;
const longestReconnectMs = 2_000;
/** A Redis that answers nothing must not fill our memory: above this the caller hears so at once. */
const mostWaitingCommands = 50_000;
/** So long a shard may be away before the Cluster is asked who stands in for it. */
const topologyPatienceMs = 500;

/**
 * A client that is not connected yet. It never crashes the process: every one has an 'error' listener.
 *
 * The library's own command timeout ends when a command is *written*, so it cannot see a paused Redis, and it
 * costs an AbortSignal each: it is off, and the heartbeat breaks a silent connection instead.
 */
export function openClient(address: RedisAddress, use: ClientUse, failed: (error: Error) => void): RedisClient {
  return address.isCluster ? openCluster(address.urls, use, failed) : openNode(address.urls[0] ?? '', use, failed);
}

function openNode(url: string, use: ClientUse, failed: (error: Error) => void) {
  const client = createClient({ url: url.replace(/^redis\+unix:/, 'unix:'), commandOptions: { timeout: 0 }, ...behaviour(use) });
  client.on('error', failed);
  return client;
}

/** Subscriptions are sharded (SSUBSCRIBE): a channel lives where its topic's keys do, and no shard hears of another's. */
function openCluster(urls: readonly string[], use: ClientUse, failed: (error: Error) => void) {
  const { username, password, tls } = clusterSignIn(urls);
  const cluster = createCluster({
    rootNodes: urls.map((url) => ({ url, ...behaviour(use) })),
    defaults: { username, password, ...behaviour(use, tls) },
    commandOptions: { timeout: 0 },
    topologyRefreshOnReconnectionAttemptStrategy: topologyPatienceMs,
    minimizeConnections: use === 'patient', // it only subscribes, over connections of its own
  });
  cluster.on('error', failed);
  cluster.on('node-error', failed);
  return cluster;
}

function behaviour(use: ClientUse, withTls = false) {
  return {
    disableOfflineQueue: use === 'commands',
    commandsQueueMaxLength: mostWaitingCommands,
    maintNotifications: 'disabled' as const,
    pingInterval: use === 'blocking' ? undefined : 1_000,
    socket: {
      connectTimeout: 2_000,
      socketTimeout: use === 'blocking' ? undefined : deadAfterMs,
      reconnectStrategy,
      ...(withTls ? { tls: true as const } : {}),
    },
  };
}

/** What a Cluster tells of its nodes is a host and a port: name, password and TLS are those of the first address. */
export function clusterSignIn(urls: readonly string[]): { username?: string; password?: string; tls: boolean } {
  const { username, password, protocol } = new URL(urls[0] ?? '');
  return {
    username: decodeURIComponent(username) || undefined,
    password: decodeURIComponent(password) || undefined,
    tls: protocol === 'rediss:',
  };
}

/** The connections to every server that holds keys; undefined stands for one that is not connected yet. */
export function nodesOf(client: RedisClient): readonly (RedisNode | undefined)[] {
  return 'masters' in client ? client.masters.map((master) => master.client) : [client];
}

/** Hears of each connection to a server that is lost, or is there (again). */
export function onConnections(client: RedisClient, happened: 'reconnecting' | 'ready', hear: () => void): void {
  if ('masters' in client) client.on(`node-${happened}`, hear);
  else client.on(happened, hear);
}

/** Doubles from 50 ms to 2 s, and waits between half of that and all of it: nodes that lost one Redis do not come back in one moment. */
function reconnectStrategy(retries: number): number {
  const ceiling = Math.min(longestReconnectMs, 50 * 2 ** Math.min(retries, 10));
  return ceiling / 2 + Math.random() * (ceiling / 2);
}
