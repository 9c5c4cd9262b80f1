import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG, type Config } from '../../../../config.js';
import { FiguresRepository } from './figures.repository.js';

const hourMs = 3_600_000;

/** Notes once a day how far the conversations have come: what was published since is then a difference, not a count of millions. */
@Injectable()
export class EntryDays implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(EntryDays.name);
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly figures: FiguresRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.PROCESS === 'web') return;
    await this.note();
    this.timer = setInterval(() => void this.note(), hourMs);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private async note(): Promise<void> {
    await this.figures.noteDay().catch((error: unknown) => this.logger.warn(`the day was not noted: ${String(error)}`));
  }
}
