import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Mine, SettledMessage } from '@yunhui/contracts';
import { CONFIG, type Config } from '../../config.js';
import type { Transaction } from '../database/index.js';
import { Bus } from './bus.js';
import { EntryLog } from './entry-log.js';
import { engine } from './engine-settings.js';
import { gather } from './gather.js';
import { type Deciding, HoldsRepository, type Settlement } from './holds.repository.js';
import { WarmTopics } from './warm-topics.js';

/** How a hold can end. `withdrawn` is its author's own doing. */
export type HoldVerdict = 'passed' | 'rejected' | 'expired' | 'withdrawn';

/**
 * E11: messages that are kept from everyone but their author and the moderators. They have no number
 * and leave no trace in the log; passing gives them the number and place of the moment it happens.
 */
@Injectable()
export class Holds implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(Holds.name);
  private readonly gathered = gather(engine.hold.gatherMs, engine.hold.gathered, (asked: { author: string; topic: string }[]) =>
    this.repository.mine(asked),
  );
  private timer?: NodeJS.Timeout;
  private releasing = false;
  /** Before this nothing is due, as far as the store and this node know. */
  private nothingDueBefore = 0;

  constructor(
    private readonly repository: HoldsRepository,
    private readonly log: EntryLog,
    private readonly bus: Bus,
    private readonly warm: WarmTopics,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    if (this.config.PROCESS === 'web') return;
    this.log.onDelayed((delayMs) => (this.nothingDueBefore = Math.min(this.nothingDueBefore, Date.now() + delayMs)));
    this.timer = setInterval(() => void this.releaseDue(), engine.hold.releaseEachMs);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Decides a hold, once: false when somebody else was first, or there is none. */
  async settle(id: string, version: number, verdict: HoldVerdict, rule?: string): Promise<boolean> {
    const settled = await this.repository.settle({ id, version, verdict, rule });
    if (settled) this.tell(settled);
    return settled !== undefined;
  }

  /** The same as the last statement of a transaction; `tell` it after the commit. Undefined: somebody else was first. */
  settleIn(tx: Transaction, deciding: Deciding & { verdict: HoldVerdict }): Promise<Settlement | undefined> {
    return this.repository.settle(deciding, tx);
  }

  /** Decides the next of a burst, as its verdict's row says. Whoever calls goes on where another stopped; none: all is decided. */
  async settleBurst(decision: string, most: number, rule?: string): Promise<Settlement[]> {
    return this.told(await this.repository.settleBurst(decision, most, rule));
  }

  /** Ends what nobody has decided for so long. Any number of nodes may ask. */
  async expire(afterMs: number, most: number): Promise<Settlement[]> {
    return this.told(await this.repository.expire(afterMs, most));
  }

  /** The author's own: what is held, and what was decided that no client of theirs has seen. */
  mine(author: string, topic: string): Promise<Mine> {
    return this.gathered({ author, topic });
  }

  /** A client of the author has shown the verdict. */
  seen(author: string, id: string): Promise<void> {
    return this.repository.forgetVerdict(author, id);
  }

  /** Whether this is the author's own and still held: its retry is answered by what is kept. */
  async isHeld(author: string, topic: string, id: string): Promise<boolean> {
    return (await this.repository.versionOf(author, topic, id)) !== undefined;
  }

  /** The author takes a held message back: false when it is not held, or not theirs. */
  async withdraw(author: string, topic: string, id: string): Promise<boolean> {
    const version = await this.repository.versionOf(author, topic, id);
    return version !== undefined && (await this.settle(id, version, 'withdrawn'));
  }

  /**
   * Delayed messages whose time has come. Any number of nodes may ask: the heads' locks share the work. While
   * nothing is to come the store is asked once a second, for what other nodes have held, and not each tick.
   */
  private async releaseDue(): Promise<void> {
    if (this.releasing || Date.now() < this.nothingDueBefore) return;
    this.releasing = true;
    try {
      this.nothingDueBefore = Date.now() + engine.hold.lookEachMs;
      const released = await this.repository.releaseDue();
      for (const settled of released) this.tell(settled);
      const nextMs = released.length > 0 ? 0 : await this.repository.nextDueMs();
      this.nothingDueBefore = Math.min(this.nothingDueBefore, Date.now() + (nextMs ?? engine.hold.lookEachMs));
    } catch (error) {
      this.logger.warn(`due messages wait: ${String(error)}`);
    } finally {
      this.releasing = false;
    }
  }

  private told(settled: Settlement[]): Settlement[] {
    for (const one of settled) this.tell(one);
    return settled;
  }

  /** What was committed: others see it at once, and its author hears of it. */
  tell({ id, topic, author, status, rule, epoch, seq, at, kind, body }: Settlement): void {
    if (status === 'published' && seq !== undefined)
      this.log.announce([{ id, topic, author, kind, body }], [{ id, topic, outcome: 'published', epoch, seq, at: at ?? 0, shown: true }]);
    this.tellAuthor(author, { id, topic, status, rule, seq });
  }

  /** To every client of the author, on every node. */
  tellAuthor(author: string, message: SettledMessage): void {
    this.warm.hearSettled({ author, message });
    this.bus.tellSettled(message.topic, author, message);
  }
}
