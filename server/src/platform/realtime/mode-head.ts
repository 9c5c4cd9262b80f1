import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Database, type Transaction } from '../database/index.js';
import { Bus, everywhere } from './bus.js';

/** Hears of a number; whoever reads rows by it is awaited by those who need them. */
export type ModeListener = (version: number) => Promise<void>;

/**
 * E2: the one number of all shields and duties. What somebody says is judged by the rows that a node knows under a number,
 * and the append asks whether it is the number still; so a change is in effect for every word after its commit, whatever
 * a node knew. That nodes hear of it at once by the bus, and of what was lost there within 2 s, only saves the second judging.
 */
@Injectable()
export class ModeHead implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly listeners = new Set<ModeListener>();
  private newest = 0;
  private telling: Promise<void> = Promise.resolve();
  private stopListening?: () => void;

  constructor(
    private readonly database: Database,
    private readonly bus: Bus,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.stopListening = await this.bus.listen(everywhere, ({ modes }) => {
      if (modes !== undefined) void this.heard(modes).catch(() => undefined);
    });
    await this.look();
  }

  onModuleDestroy(): void {
    this.stopListening?.();
  }

  onChange(listener: ModeListener): void {
    this.listeners.add(listener);
  }

  /** Another number than before: also a lower one, for Postgres may have gone back. */
  async heard(version: number): Promise<void> {
    if (version === this.newest) return this.telling;
    this.newest = version;
    const tell = () => Promise.all([...this.listeners].map((listener) => listener(version))).then(() => undefined);
    this.telling = this.telling.catch(() => undefined).then(tell);
    await this.telling.catch((error: unknown) => {
      this.newest = -1; // heard again at the next look
      throw error;
    });
  }

  /** Asks the row: for who was told that what it knows is old. */
  async look(): Promise<void> {
    const [head] = await this.database.rows<{ version: number }>(sql`select version from mode_head`);
    await this.heard(head?.version ?? 0);
  }

  /**
   * The next number, for a transaction that changes a shield or a duty. It waits for the appends under way and they for its
   * end: call it first, and await nothing but SQL afterwards. It is told to the nodes after the commit.
   */
  async next(tx: Transaction): Promise<number> {
    const [row] = await this.database.rows<{ version: number }>(sql`select next_mode_version() as version`, tx);
    if (!row) throw new Error('the head of the modes is missing');
    this.database.afterCommit(tx, () => {
      this.bus.tellModes(row.version);
      void this.heard(row.version).catch(() => undefined);
    });
    return row.version;
  }
}
