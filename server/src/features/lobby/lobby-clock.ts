import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { CampaignTopics } from './campaign-topics.js';
import { TileKeeper } from './tile-keeper.js';
import { TileTopics } from './tile-topics.store.js';

const everySecondMs = 1_000;
const measureEachMs = 10_000;
/** Redis may lose what was put without a word, when it is emptied or put back to a copy: so long a reader may see less. */
const putAgainEachMs = 10_000;
/** What a lost fact or another process left is found within a minute. */
const sweepEachMs = 60_000;

/**
 * When workers look after the tiles. Several may: they take turns in the database, and a tile that
 * is right already is not written again. A web process only answers.
 */
@Injectable()
export class LobbyClock implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(LobbyClock.name);
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly busy = new Set<string>();
  private stopListening?: () => void;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly keeper: TileKeeper,
    private readonly topics: TileTopics,
    private readonly campaigns: CampaignTopics,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.PROCESS === 'web') return;
    await this.keeper.renew();
    await this.putAll();
    this.each(everySecondMs, 'due', () => this.keeper.renewDue());
    this.each(measureEachMs, 'measure', () => this.keeper.measure());
    this.each(putAgainEachMs, 'put again', () => this.putAll());
    this.each(sweepEachMs, 'sweep', () => this.keeper.renew());
    this.stopListening = this.topics.onRecovered(() => void this.alone('recovered', () => this.putAll()));
  }

  onModuleDestroy(): void {
    for (const timer of this.timers) clearInterval(timer);
    this.stopListening?.();
  }

  private async putAll(): Promise<void> {
    await Promise.all([this.topics.putAll(), this.campaigns.putAll()]);
  }

  private each(everyMs: number, what: string, work: () => Promise<void>): void {
    this.timers.push(setInterval(() => void this.alone(what, work), everyMs));
  }

  /** One that still runs is not started again; one that fails is logged and runs at its next time. */
  private async alone(what: string, work: () => Promise<void>): Promise<void> {
    if (this.busy.has(what)) return;
    this.busy.add(what);
    try {
      await work();
    } catch (error) {
      this.logger.warn(`tiles not renewed (${what}), again soon: ${String(error)}`);
    } finally {
      this.busy.delete(what);
    }
  }
}
