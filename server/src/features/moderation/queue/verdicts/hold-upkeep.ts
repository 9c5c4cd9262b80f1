import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../../../config.js';
import { Holds } from '../../../../platform/realtime/index.js';
import { RecurringWork } from '../../../../platform/recurring-work.js';
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
  private readonly looks = new RecurringWork(
    () => this.tidy(),
    (error) => this.logger.warn(`held items wait: ${String(error)}`),
  );

  constructor(
    private readonly holds: Holds,
    private readonly bursts: BurstWork,
    private readonly notes: HoldNotes,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    if (this.config.PROCESS !== 'web') this.looks.every(everyMs);
  }

  onModuleDestroy(): Promise<void> {
    return this.looks.stop();
  }

  look(): Promise<void> {
    return this.looks.look();
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
