import { createClient } from 'redis';

/** A connection of the official client. The day a cluster or Sentinel is served, `openClient` makes theirs and nobody else changes. */
export type RedisClient = ReturnType<typeof openClient>;

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

/**
 * A client that is not connected yet. It never crashes the process: every one has an 'error' listener.
 *
 * The library's own command timeout ends when a command is *written*, so it cannot see a paused Redis, and it
 * costs an AbortSignal each: it is off, and the heartbeat breaks a silent connection instead.
 */
export function openClient(url: string, use: ClientUse, failed: (error: Error) => void) {
  const client = createClient({
    url: url.replace(/^redis\+unix:/, 'unix:'),
    disableOfflineQueue: use === 'commands',
    commandsQueueMaxLength: mostWaitingCommands,
    commandOptions: { timeout: 0 },
    maintNotifications: 'disabled',
    pingInterval: use === 'blocking' ? undefined : 1_000,
    socket: {
      connectTimeout: 2_000,
      socketTimeout: use === 'blocking' ? undefined : deadAfterMs,
      reconnectStrategy,
    },
  });
  client.on('error', failed);
  return client;
}

/** Doubles from 50 ms to 2 s, and waits between half of that and all of it: nodes that lost one Redis do not come back in one moment. */
function reconnectStrategy(retries: number): number {
  const ceiling = Math.min(longestReconnectMs, 50 * 2 ** Math.min(retries, 10));
  return ceiling / 2 + Math.random() * (ceiling / 2);
}
