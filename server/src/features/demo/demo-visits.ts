import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { loadDemoData, roundTheClockChannels, startVisitors } from '@yunhui/demo';
import { CONFIG, type Config } from '../../config.js';
import { Clock } from '../../platform/clock.js';

/** All visitors together: a room should look alive, and a visitor's own words should not drown. */
const messagesPerMinute = 16;

/**
 * The demo's visitors, who speak by the public protocol like anybody else. One process has them:
 * one that does the jobs and also listens, hence `all`.
 */
@Injectable()
export class DemoVisits implements OnModuleDestroy {
  private readonly logger = new Logger(DemoVisits.name);
  private readonly end = new AbortController();
  private visit?: Promise<void>;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Called once the hub listens: visitors come in by the door. */
  begin(url: string): void {
    if (this.config.DEMO === 'off' || this.config.DEMO_VISITORS === 'off' || this.config.PROCESS !== 'all') return;
    const { programme, campaigns } = loadDemoData();
    const outermost = campaigns.find(({ parent }) => parent === null);
    this.visit ??= startVisitors({
      url,
      channels: [...programme.channels, ...roundTheClockChannels],
      topics: programme.topics.map(({ slug }) => `hashtag:${outermost?.slug}:${slug}`),
      signal: this.end.signal,
      now: () => this.clock.now(),
      ratePerMinute: messagesPerMinute,
      troubled: (cause) => this.logger.debug(`a demo visitor waits: ${String(cause)}`),
    }).catch((error: unknown) => this.logger.warn(`the demo visitors have left: ${String(error)}`));
  }

  async onModuleDestroy(): Promise<void> {
    this.end.abort();
    await this.visit;
  }
}
