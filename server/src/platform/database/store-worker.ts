import { extname } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { StoreAnswer, StoreRequest, StoreRows } from './pglite-protocol.js';
import { SqlError, StoreLost } from './sql-error.js';

type Waiting = { resolve: (answer: StoreAnswer & { kind: 'done' }) => void; reject: (error: Error) => void };
type Unnumbered<Request> = Request extends unknown ? Omit<Request, 'id'> : never;

/** Beside this file, compiled or (in tests) as it is: Node runs both. */
const workerFile = new URL(`./pglite-worker${extname(import.meta.url)}`, import.meta.url);

// V8 loses track of WebAssembly code that it frees while PGlite starts, and ends the process (nodejs/node#64500: `jit_page_->allocations_.erase`).
// What it would free is the first, quickly compiled version of functions: some megabytes, once.
setFlagsFromString('--no-wasm-code-gc');

/** Where an embedded store lives: a folder (none: in memory); and how far its clock is ahead of the machine's. */
export type StoreOrigin = { dataDir?: string; clockAheadMs?: number };

/** One life of the embedded store's worker thread. When it dies, whatever was asked of it is answered by `StoreLost`. */
export class StoreWorker {
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private dead = false;

  private constructor(
    private readonly worker: Worker,
    onDeath: () => void,
  ) {
    const die = () => {
      if (this.dead) return;
      this.dead = true;
      for (const { reject } of this.waiting.values()) reject(new StoreLost('the embedded store’s worker ended'));
      this.waiting.clear();
      onDeath();
    };
    worker.on('message', (answer: StoreAnswer) => this.take(answer));
    worker.on('error', die);
    worker.on('exit', die);
  }

  /** Starts a worker and waits until its store is open. A store that cannot be opened throws and never calls `onDeath`. */
  static async start(origin: StoreOrigin, onDeath: () => void): Promise<StoreWorker> {
    const worker = new Worker(workerFile, { workerData: origin });
    await new Promise<void>((resolve, reject) => {
      worker.once('error', reject);
      worker.once('exit', () => reject(new StoreLost('the embedded store’s worker ended at its start')));
      worker.once('message', (answer: StoreAnswer) => {
        if (answer.kind === 'ready') resolve();
        else if (answer.kind === 'broken') void worker.terminate().then(() => reject(new SqlError(answer.problem)));
      });
    });
    worker.removeAllListeners('error').removeAllListeners('exit');
    return new StoreWorker(worker, onDeath);
  }

  async query(text: string, params: unknown[], rowMode: 'array' | 'object'): Promise<StoreRows> {
    const { rows } = await this.ask({ kind: 'query', text, params, rowMode });
    return rows ?? { rows: [], fields: [], rowCount: 0 };
  }

  async close(): Promise<void> {
    await this.ask({ kind: 'close' }).catch(() => undefined);
    await this.worker.terminate();
  }

  /** Ends the thread at once, as a crash would. */
  async kill(): Promise<void> {
    await this.worker.terminate();
  }

  private ask(request: Unnumbered<StoreRequest>): Promise<StoreAnswer & { kind: 'done' }> {
    if (this.dead) return Promise.reject(new StoreLost('the embedded store’s worker is gone'));
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ ...request, id });
    });
  }

  private take(answer: StoreAnswer): void {
    if (answer.kind !== 'done' && answer.kind !== 'failed') return;
    const asker = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if (answer.kind === 'done') asker?.resolve(answer);
    else asker?.reject(new SqlError(answer.problem));
  }
}
