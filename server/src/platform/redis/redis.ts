import { setTimeout as wait } from 'node:timers/promises';
import { Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { openClient, type ClientUse, type RedisAddress, type RedisClient } from './client.js';
import { Heartbeat } from './heartbeat.js';
import { type JobConnection, openJobConnection } from './job-connection.js';

/** A command that blocks, or a Redis that is silent, does not keep a hub from stopping. */
const closePatienceMs = 300;
/** A Cluster none of whose addresses answers is asked again so soon; a single server's client does that itself. */
const askClusterAgainMs = 200;

type Closable = Pick<RedisClient, 'isOpen' | 'destroy'> & { close(): Promise<unknown> };

/**
 * The hub's one way to Redis. Nothing in Redis is the only copy of anything that was acknowledged, so whoever
 * uses it does without while `healthy` is false, and looks again in `onRecovered`.
 */
export class Redis implements BeforeApplicationShutdown {
  /** For commands: refuses at once while Redis is away, and within 1.25 s when it falls silent. */
  readonly client: RedisClient;
  private readonly logger = new Logger(Redis.name);
  private readonly heartbeat: Heartbeat;
  private readonly others = new Set<Closable>();
  private lastProblem = '';

  private constructor(private readonly address: RedisAddress) {
    this.client = this.open('commands');
    this.heartbeat = new Heartbeat(this.client, {
      lost: (reason) => this.logger.warn(`Redis is away: ${reason}`),
      recovered: () => this.logger.log('Redis is back'),
    });
  }

  /** Connects, or fails with the reason when Redis does not answer in time. */
  static async connect(where: string | RedisAddress, patienceMs = 10_000): Promise<Redis> {
    const redis = new Redis(typeof where === 'string' ? { urls: [where], isCluster: false } : where);
    const connecting = connected(redis.client, Date.now() + patienceMs);
    connecting.catch(() => undefined); // a try that outlives our patience ends with `destroy`
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`Redis does not answer: ${redis.lastProblem || 'no connection'}`)), patienceMs);
    });
    try {
      await Promise.race([connecting, late]);
    } catch (error) {
      redis.client.destroy();
      throw error;
    } finally {
      clearTimeout(timer);
    }
    redis.heartbeat.start();
    return redis;
  }

  /** False from the first heartbeat that is not answered until one is. A paused Redis raises no event; this is how it shows. */
  get healthy(): boolean {
    return this.heartbeat.healthy;
  }

  /** Hears each time Redis is back after it was away: what it held may be gone or older. Returns how to stop. */
  onRecovered(listener: () => void): () => void {
    return this.heartbeat.onRecovered(listener);
  }

  /** A connection of one's own, connected, closed with the hub: for subscriptions, or for commands that block. */
  async duplicate(use: Exclude<ClientUse, 'commands'> = 'patient'): Promise<RedisClient> {
    const client = this.open(use);
    this.others.add(client);
    await client.connect();
    return client;
  }

  /** A connection for BullMQ, closed with the hub. */
  async duplicateForJobs(use: Exclude<ClientUse, 'commands'>): Promise<JobConnection> {
    const { connection, closable } = await openJobConnection(this.address, use, (error) => this.problem(error));
    this.others.add(closable);
    return connection;
  }

  /** After every feature has stopped (`onModuleDestroy`), before a private Redis is ended. */
  async beforeApplicationShutdown(): Promise<void> {
    this.heartbeat.stop();
    const open = [...this.others, this.client].filter((client) => client.isOpen);
    this.others.clear();
    // What is on its way is answered first: whoever asked may no longer be listening for a refusal.
    const closed = Promise.allSettled(open.map((client) => client.close()));
    await Promise.race([closed, wait(closePatienceMs, undefined, { ref: false })]);
    for (const client of open) if (client.isOpen) client.destroy();
  }

  private open(use: ClientUse): RedisClient {
    return openClient(this.address, use, (error) => this.problem(error));
  }

  /** Each reconnect that fails is an 'error' event; the log needs one line for a row of the same. */
  private problem(error: Error): void {
    const reason = error.message || error.name;
    if (reason !== this.lastProblem) this.logger.warn(`Redis: ${reason}`);
    this.lastProblem = reason;
  }
}

async function connected(client: RedisClient, deadline: number): Promise<void> {
  for (;;) {
    try {
      await client.connect();
      return;
    } catch (error) {
      if (Date.now() > deadline || !('masters' in client)) throw error;
      await wait(askClusterAgainMs);
    }
  }
}
