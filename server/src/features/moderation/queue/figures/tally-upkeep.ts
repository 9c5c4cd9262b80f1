import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../../../config.js';
import { RecurringWork } from '../../../../platform/recurring-work.js';
import { FiguresRepository } from './figures.repository.js';

const everyMs = 2_000;
/** No statement may hold the embedded store for long. */
const aSlice = 150;
const hoursKeptMs = 3 * 24 * 3_600_000;
const forgetEveryMs = 3_600_000;
const sweepEveryMs = 10_000;

/**
 * Adds up what moderation has done since the last look, slice by slice. Any number of processes may: the store lets one at
 * a time, and figures count what is not added up yet, so a look that is missed costs a reader time and nobody a number.
 */
@Injectable()
export class TallyUpkeep implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(TallyUpkeep.name);
  private readonly looks = new RecurringWork(
    () => this.tidy(),
    (error) => this.logger.warn(`figures are not added up: ${String(error)}`),
  );
  private forgotAt = 0;
  private sweptAt = 0;

  constructor(
    private readonly figures: FiguresRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    if (this.config.PROCESS !== 'web') this.looks.every(everyMs);
  }

  onModuleDestroy(): Promise<void> {
    return this.looks.stop();
  }

  private async tidy(): Promise<void> {
    let folded = 0;
    for (let slice = aSlice; slice === aSlice; folded += slice) slice = await this.figures.fold(aSlice);
    if (folded > 0) await this.sweep();
    await this.forget();
  }

  private async sweep(): Promise<void> {
    if (!this.config.embedded || Date.now() - this.sweptAt < sweepEveryMs) return;
    this.sweptAt = Date.now();
    await this.figures.sweep();
  }

  private async forget(): Promise<void> {
    if (Date.now() - this.forgotAt < forgetEveryMs) return;
    this.forgotAt = Date.now();
    while ((await this.figures.forgetHours(new Date(Date.now() - hoursKeptMs), aSlice)) === aSlice);
  }
}
