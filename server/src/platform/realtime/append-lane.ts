import { HubError } from '../hub-error.js';
import { isRepeatable, sqlStateOf } from '../database/index.js';
import { engine } from './engine-settings.js';
import type { AppendItem, Appended } from './log.types.js';

/** Runs one append statement; answers one row an item, in any order. */
export type RunAppend = (items: readonly AppendItem[]) => Promise<Appended[]>;

type Waiting = { item: AppendItem; since: number; resolve: (appended: Appended) => void; reject: (error: unknown) => void };

/**
 * E3: gathers rows and commits them batch by batch. One batch is in flight and the next gathers meanwhile, and after
 * it for as long as the store needs to rest, so batches grow with contention. An answer comes after the commit, never before.
 */
export class AppendLane {
  private waiting: Waiting[] = [];
  private timer?: NodeJS.Timeout;
  private sweep?: NodeJS.Timeout;
  private flying = false;
  private last = { leftAt: -Infinity, tookMs: 0 };

  constructor(
    private readonly run: RunAppend,
    /** Told what was committed, before anybody is answered. */
    private readonly committed: (items: readonly AppendItem[], appended: readonly Appended[]) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** How many rows wait. */
  get depth(): number {
    return this.waiting.length;
  }

  append(item: AppendItem): Promise<Appended> {
    if (this.waiting.length >= engine.lane.waiting) return Promise.reject(new HubError('busy', { retryAfterMs: 1_000 }));
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, since: this.now(), resolve, reject });
      this.leaveInTime();
      this.sweep ??= setInterval(() => this.refuseLate(), engine.lane.patienceMs / 4);
    });
  }

  /**
   * A batch of enough rows leaves at once. Another leaves when its first row has waited for company, and the store has rested from
   * the batch before: what a batch costs hardly depends on its rows, and no viewer is told of one before the next tick.
   */
  private leaveInTime(): void {
    const [first] = this.waiting;
    if (this.flying || !first) return;
    const { enoughRows, gatherMs, restTimes, restMs } = engine.lane;
    if (this.waiting.length >= enoughRows) return this.leave();
    const rested = this.last.leftAt + Math.min(restMs, restTimes * this.last.tookMs);
    const dueAt = Math.max(first.since + gatherMs, rested);
    this.timer ??= setTimeout(() => this.leave(), Math.max(0, dueAt - this.now()));
  }

  private leave(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.flying || this.waiting.length === 0) return;
    const batch = this.takeBatch();
    if (batch.length === 0) return;
    this.flying = true;
    const leftAt = this.now();
    // Whoever is still in the air after its patience is told so; its row may be committed all the same, and a retry finds out.
    const impatient = setTimeout(() => refuseAll(batch, 'busy'), engine.lane.patienceMs);
    this.commit(batch)
      .catch((error: unknown) => refuseAll(batch, 'busy', error))
      .finally(() => {
        clearTimeout(impatient);
        this.flying = false;
        this.last = { leftAt, tookMs: this.now() - leftAt };
        this.leaveInTime();
      });
  }

  /** At most a batch, and an id once in it: a second row of the same id waits for the next. */
  private takeBatch(): Waiting[] {
    const ids = new Set<string>();
    const batch: Waiting[] = [];
    const left: Waiting[] = [];
    for (const row of this.waiting) {
      if (batch.length >= engine.lane.rows || ids.has(row.item.id)) left.push(row);
      else {
        ids.add(row.item.id);
        batch.push(row);
      }
    }
    this.waiting = left;
    return batch;
  }

  /** Also while a batch is in the air: a store that fell silent must not keep those behind it waiting. */
  private refuseLate(): void {
    if (this.waiting.length === 0) {
      clearInterval(this.sweep);
      this.sweep = undefined;
      return;
    }
    const oldest = this.now() - engine.lane.patienceMs;
    const late = this.waiting.filter((row) => row.since < oldest);
    if (late.length === 0) return;
    this.waiting = this.waiting.filter((row) => row.since >= oldest);
    refuseAll(late, 'busy');
  }

  /**
   * A race (two lanes, one id) fails the whole statement: it is repeated once. What fails again, or has a row
   * the store cannot keep, goes item by item, so that one row cannot spoil a batch.
   */
  private async commit(batch: readonly Waiting[]): Promise<void> {
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        return await this.attempt(batch);
      } catch (error) {
        if (isUnkeepable(error)) break;
        if (!isRepeatable(error)) throw error;
      }
    }
    for (const row of batch) {
      await this.attempt([row]).catch((error: unknown) => refuseAll([row], isUnkeepable(error) ? 'event.malformed' : 'busy', error));
    }
  }

  private async attempt(batch: readonly Waiting[]): Promise<void> {
    const items = batch.map((row) => row.item);
    const appended = await this.run(items);
    this.committed(items, appended);
    const byId = new Map(appended.map((row) => [row.id.toLowerCase(), row]));
    for (const row of batch) {
      const answer = byId.get(row.item.id.toLowerCase());
      if (answer) row.resolve(answer);
      else row.reject(new HubError('internal'));
    }
  }
}

/** Settling a promise twice does nothing, so a row that was answered stays answered. */
function refuseAll(rows: readonly Waiting[], code: 'busy' | 'event.malformed', cause?: unknown): void {
  const details = code === 'busy' ? { retryAfterMs: 1_000, cause } : { cause };
  for (const row of rows) row.reject(new HubError(code, details));
}

/** SQLSTATE class 22: the data itself cannot be kept, and trying again will not help. */
function isUnkeepable(error: unknown): boolean {
  return sqlStateOf(error)?.startsWith('22') ?? false;
}
