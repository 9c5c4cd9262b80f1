import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../../../config.js';
import { Holds } from '../../../../platform/realtime/index.js';
import { BurstWork } from './burst-work.js';
import { HoldNotes } from './hold-notes.js';
import { expiresAfterMs } from '../queue.rules.js';

const everyMs = 2_000;
const aSlice = 100;

/**
 * What becomes of held items without anybody: those that nobody decided in time run out, and verdicts over bursts that a
 * process left behind are carried out. The due times stand in Postgres, so it does not matter which process looks.
 */
@Injectable()
export class HoldUpkeep implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(HoldUpkeep.name);
  private timer?: NodeJS.Timeout;
  private looking?: Promise<void>;

  constructor(
    private readonly holds: Holds,
    private readonly bursts: BurstWork,
    private readonly notes: HoldNotes,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    if (this.config.PROCESS !== 'web') this.timer = setInterval(() => void this.look(), everyMs);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** One look; while one lasts nobody begins another. */
  look(): Promise<void> {
    this.looking ??= this.tidy()
      .catch((error: unknown) => this.logger.warn(`held items wait: ${String(error)}`))
      .finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async tidy(): Promise<void> {
    await this.bursts.finish();
    for (;;) {
      const expired = await this.holds.expire(expiresAfterMs, aSlice);
      for (const { id } of expired) await this.notes.settled(id);
      if (expired.length < aSlice) return;
    }
  }
}
