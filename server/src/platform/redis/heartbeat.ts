import { setImmediate } from 'node:timers';
import type { RedisClient } from './client.js';

const intervalMs = 250;
const patienceMs = 1_000;

type HeartbeatEvents = { lost: (reason: string) => void; recovered: () => void };

/**
 * Asks Redis four times a second whether it is there. When an answer is a second late, the connection is
 * broken, so that every command that waits on it is refused instead of waiting with it, and reconnected.
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
    this.client.on('reconnecting', () => this.missed('the connection was lost'));
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
    const problem = await this.ask();
    if (this.stopped) return;
    if (problem === undefined) this.found();
    else this.missed(problem);
    this.next();
  }

  /** Nothing when Redis answered in time, else the reason. */
  private async ask(): Promise<string | undefined> {
    if (!this.client.isReady) return 'not connected';
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<string>((resolve) => {
      // a busy loop of our own is not Redis's silence: whatever has arrived is read before the verdict
      timer = setTimeout(() => setImmediate(() => resolve(`no answer in ${patienceMs} ms`)), patienceMs);
    });
    const answer = this.client.ping().then(
      () => undefined,
      (error: Error) => error.message || error.name,
    );
    const problem = await Promise.race([answer, late]);
    clearTimeout(timer);
    return problem;
  }

  private missed(problem: string): void {
    if (this.healthy) {
      this.healthy = false;
      this.events.lost(problem);
    }
    if (this.client.isReady) this.breakConnection();
  }

  private found(): void {
    if (this.healthy) return;
    this.healthy = true;
    this.events.recovered();
    for (const listener of this.listeners) listener();
  }

  /** Only of a ready client: one that is reconnecting has no commands waiting and must not be started twice. */
  private breakConnection(): void {
    this.client.destroy();
    this.client.connect().catch(() => undefined); // its 'error' listener has told
  }
}
