import { setImmediate } from 'node:timers';
import { nodesOf, onConnections, type RedisClient, type RedisNode } from './client.js';

const intervalMs = 250;
const patienceMs = 1_000;

type HeartbeatEvents = { lost: (reason: string) => void; recovered: () => void };

/**
 * Asks Redis, each shard of it, four times a second whether it is there. When an answer is a second late, that
 * connection is broken, so that every command that waits on it is refused instead of waiting with it, and reconnected.
 * Healthy is a Redis of which every shard answers.
 */
export class Heartbeat {
  healthy = true;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly client: RedisClient,
    private readonly events: HeartbeatEvents,
  ) {}

  start(): void {
    // a Redis that died and came back between two beats has lost everything all the same
    onConnections(this.client, 'reconnecting', () => this.missed('the connection was lost'));
    this.next();
  }

  private next(): void {
    this.timer = setTimeout(() => void this.beat(), intervalMs);
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  onRecovered(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async beat(): Promise<void> {
    const problems = await Promise.all(nodesOf(this.client).map((node) => ask(node)));
    if (this.stopped) return;
    const problem = problems.length === 0 ? 'no shard is known' : problems.find((each) => each !== undefined);
    if (problem === undefined) this.found();
    else this.missed(problem);
    this.next();
  }

  private missed(problem: string): void {
    if (!this.healthy) return;
    this.healthy = false;
    this.events.lost(problem);
  }

  private found(): void {
    if (this.healthy) return;
    this.healthy = true;
    this.events.recovered();
    for (const listener of this.listeners) listener();
  }
}

/** Nothing when the server answered in time, else the reason; a connection that was silent is broken. */
async function ask(node: RedisNode | undefined): Promise<string | undefined> {
  if (!node?.isReady) return 'not connected';
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    // a busy loop of our own is not Redis's silence: whatever has arrived is read before the verdict
    timer = setTimeout(() => setImmediate(() => resolve(`no answer in ${patienceMs} ms`)), patienceMs);
  });
  const answer = node.ping().then(
    () => undefined,
    (error: Error) => error.message || error.name,
  );
  const problem = await Promise.race([answer, late]);
  clearTimeout(timer);
  if (problem !== undefined && node.isReady) breakConnection(node);
  return problem;
}

/** Only of a ready client: one that is reconnecting has no commands waiting and must not be started twice. */
function breakConnection(node: RedisNode): void {
  node.destroy();
  node.connect().catch(() => undefined); // its 'error' listener has told
}
