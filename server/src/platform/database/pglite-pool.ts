import { setTimeout as sleep } from 'node:timers/promises';
import { StoreLost } from './sql-error.js';
import { type StoreOrigin, StoreWorker } from './store-worker.js';
import type { StoreRows } from './pglite-protocol.js';
import { type Release, Turns } from './turns.js';

/** The part of node-postgres's query configuration that Drizzle uses. */
type QueryConfig = string | { text: string; values?: unknown[]; rowMode?: 'array' };

/**
 * The embedded store in the shape of a node-postgres pool, so that Drizzle's one driver serves both
 * stores. (Drizzle knows a pool by the word in its class's name.) There is one connection: a client
 * of `connect()` has it alone until it is released.
 */
export class PglitePool {
  private readonly turns = new Turns();
  private worker: Promise<StoreWorker>;
  private closing = false;

  private constructor(
    private readonly origin: StoreOrigin,
    worker: StoreWorker,
    private readonly onRestart: () => void,
  ) {
    this.worker = Promise.resolve(worker);
  }

  /** Opens the store; throws when it cannot be opened. `onRestart` is told each time a dead worker was replaced. */
  static async open(origin: StoreOrigin, onRestart: () => void = () => undefined): Promise<PglitePool> {
    let pool: PglitePool | undefined = undefined;
    const worker = await StoreWorker.start(origin, () => pool?.revive());
    pool = new PglitePool(origin, worker, onRestart);
    return pool;
  }

  async connect(urgent = false): Promise<PgliteClient> {
    const release = await this.turns.take(urgent);
    try {
      return new PgliteClient(await this.worker, release);
    } catch (error) {
      release();
      throw error;
    }
  }

  async query(config: QueryConfig, params?: unknown[]): Promise<StoreRows> {
    return this.run(config, params, false);
  }

  /** The same, before everything that waits: for append batches only. */
  async urgent(config: QueryConfig, params?: unknown[]): Promise<StoreRows> {
    return this.run(config, params, true);
  }

  async end(): Promise<void> {
    if (this.closing) return;
    this.closing = true;
    const release = await this.turns.take(false);
    await (await this.worker).close();
    release();
  }

  /** Ends the worker as a crash would; the pool starts another. */
  async crash(): Promise<void> {
    await (await this.worker).kill();
  }

  private async run(config: QueryConfig, params: unknown[] | undefined, urgent: boolean): Promise<StoreRows> {
    const client = await this.connect(urgent);
    try {
      return await client.query(config, params);
    } finally {
      client.release();
    }
  }

  /** Whoever asks meanwhile waits for the new worker: it opens the same folder, which survives the death of a process. */
  private revive(): void {
    if (this.closing) return;
    this.worker = this.startAgain();
    void this.worker.then(this.onRestart);
  }

  private async startAgain(): Promise<StoreWorker> {
    for (let pauseMs = 50; ; pauseMs = Math.min(pauseMs * 2, 2_000)) {
      try {
        return await StoreWorker.start(this.origin, () => this.revive());
      } catch (error) {
        if (this.closing) throw new StoreLost('the hub is stopping', { cause: error });
        await sleep(pauseMs);
      }
    }
  }
}

/** The connection, lent. */
export class PgliteClient {
  constructor(
    private readonly worker: StoreWorker,
    private readonly giveBack: Release,
  ) {}

  async query(config: QueryConfig, params?: unknown[]): Promise<StoreRows> {
    if (typeof config === 'string') return this.worker.query(config, params ?? [], 'object');
    return this.worker.query(config.text, params ?? config.values ?? [], config.rowMode ?? 'object');
  }

  release(): void {
    this.giveBack();
  }
}
