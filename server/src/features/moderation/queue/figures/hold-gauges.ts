import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Metrics } from '../../../../platform/metrics/index.js';
import { FiguresRepository } from './figures.repository.js';

/** What waits for a moderator, at `/metrics`: an alarm over the oldest tells that nobody looks. Read from the rows when somebody scrapes. */
@Injectable()
export class HoldGauges implements OnModuleInit {
  private readonly logger = new Logger(HoldGauges.name);

  constructor(
    private readonly metrics: Metrics,
    private readonly figures: FiguresRepository,
  ) {}

  onModuleInit(): void {
    const registers = [this.metrics.registry];
    const oldest = new Gauge({ name: 'hub_holds_oldest_seconds', help: 'How long the oldest held message waits', registers });
    const read = () => this.figures.waiting(undefined).catch((error: unknown) => this.failed(error));
    new Gauge({
      name: 'hub_holds_waiting',
      help: 'Held messages that wait for a moderator',
      registers,
      async collect() {
        const waiting = await read();
        if (!waiting) return;
        this.set(waiting.held);
        oldest.set((waiting.oldest_ms ?? 0) / 1_000);
      },
    });
  }

  private failed(error: unknown): undefined {
    this.logger.warn(`what waits was not counted: ${String(error)}`);
    return undefined;
  }
}
