import { Inject, Injectable } from '@nestjs/common';
import type { Entry } from '@yunhui/contracts';
import { CONFIG, type Config } from '../../config.js';
import { Database, type Transaction } from '../database/index.js';
import { AppendLane } from './append-lane.js';
import { Bus } from './bus.js';
import { EngineFigures } from './engine-figures.js';
import { LogRepository } from './log.repository.js';
import { type AppendItem, type Appended, entryOf, type LogRange } from './log.types.js';
import { TestHooks } from './test-hooks.js';
import { WarmTopics } from './warm-topics.js';

/** Appends inside a transaction: its last statement. */
export type AppendLast = (items: readonly AppendItem[]) => Promise<Appended[]>;

/**
 * E2–E4: the way into a topic's log. What it answers is committed; that others see it at once is
 * only speed, for every node also looks at Postgres.
 */
@Injectable()
export class EntryLog {
  private readonly lanes: AppendLane[];
  private readonly delayedListeners = new Set<(delayMs: number) => void>();

  constructor(
    private readonly database: Database,
    private readonly log: LogRepository,
    private readonly bus: Bus,
    private readonly warm: WarmTopics,
    private readonly hooks: TestHooks,
    private readonly figures: EngineFigures,
    @Inject(CONFIG) config: Config,
  ) {
    const run = async (items: readonly AppendItem[]) => {
      const leftAt = performance.now();
      const appended = await this.log.append(items, config.VISIBLE_BUDGET);
      this.figures.appended(
        appended.map(({ outcome }) => outcome),
        (performance.now() - leftAt) / 1_000,
      );
      return appended;
    };
    this.lanes = Array.from({ length: database.lanes }, () => new AppendLane(run, (items, appended) => this.announce(items, appended)));
    // After a cut Postgres may be an older one: an epoch whose numbers were shown ends before one is given again (E13).
    database.lookBeforeAppends(() => this.warm.lookAtHeads());
    this.figures.gauge('hub_append_waiting', 'Rows that wait for their batch', () => this.depth);
  }

  /** Keeps one item, in a batch with whatever else comes now. Refuses `busy` when the lane is full or the store silent for 2 s. */
  append(item: AppendItem): Promise<Appended> {
    return (this.lanes[hash(item.topic) % this.lanes.length] as AppendLane).append(item);
  }

  /**
   * A decision and its announcement in one transaction: the log is its outbox. Inside, await nothing but
   * SQL on `tx`, and call `append` last. It is told to the nodes after the commit.
   */
  async decide<Value>(work: (tx: Transaction, append: AppendLast) => Promise<Value>): Promise<Value> {
    const told: { items: readonly AppendItem[]; appended: readonly Appended[] }[] = [];
    const value = await this.database.transaction((tx) =>
      work(tx, async (items) => {
        const appended = await this.log.appendIn(tx, items);
        told.push({ items, appended });
        return appended;
      }),
    );
    for (const { items, appended } of told) this.announce(items, appended);
    return value;
  }

  /** Hears of messages that were held for a time, and for how long. */
  onDelayed(listener: (delayMs: number) => void): void {
    this.delayedListeners.add(listener);
  }

  /** Tells what a committed batch put into the logs, to this node and, by the bus, to the others. */
  announce(items: readonly AppendItem[], appended: readonly Appended[]): void {
    this.hooks.committed();
    const bodies = new Map(items.map((item) => [item.id.toLowerCase(), item]));
    for (const { holdMs } of items) if (holdMs !== undefined) for (const listener of this.delayedListeners) listener(holdMs);
    for (const [topic, rows] of groupPublished(appended)) {
      const seqs = rows.map((row) => row.seq);
      const entries: Entry[] = [];
      for (const row of rows) {
        const item = bodies.get(row.id.toLowerCase());
        if (row.shown && item)
          entries.push(entryOf({ seq: row.seq, at: row.at, kind: item.kind, id: row.id, body: row.body ?? item.body, retracted: false }));
      }
      const range: LogRange = { after: (seqs[0] as number) - 1, seq: seqs.at(-1) as number, entries };
      const { epoch } = rows[0] as Published;
      const modeVersion = bodies.get((rows[0] as Published).id.toLowerCase())?.modeVersion;
      this.warm.tell(topic, { epoch, modeVersion, ranges: [range] });
      this.bus.tellLog(topic, epoch, modeVersion, range);
    }
  }

  private get depth(): number {
    return this.lanes.reduce((sum, lane) => sum + lane.depth, 0);
  }
}

type Published = Appended & { epoch: string; seq: number };

/** Numbers of one batch in one topic have no hole, so they are one range. */
function groupPublished(appended: readonly Appended[]): Map<string, Published[]> {
  const topics = new Map<string, Published[]>();
  for (const row of appended) {
    if (row.outcome !== 'published' || row.seq === undefined || row.epoch === undefined) continue;
    const rows = topics.get(row.topic) ?? [];
    rows.push(row as Published);
    topics.set(row.topic, rows);
  }
  for (const rows of topics.values()) rows.sort((a, b) => a.seq - b.seq);
  return topics;
}

/** FNV-1a: the same topic always takes the same lane, so its messages keep the order in which they came. */
function hash(text: string): number {
  let value = 2_166_136_261;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16_777_619);
  return value >>> 0;
}
