import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { CONFIG, type Config } from '../../config.js';
import { Facts } from '../../platform/facts/index.js';
import { RecurringWork } from '../../platform/recurring-work.js';
import { SearchBuilding } from './search-building.service.js';
import { SearchIndex } from './search-index.js';

/** How soon a new session can be found. */
const lookEachMs = 5_000;
/** What no fact tells of, such as a name that was corrected, is found by then. */
const rebuildAtLeastEachMs = 10 * 60_000;

/**
 * Keeps this process's index current. A fact's job reaches one process only, so each looks itself at whether there
 * is a newer fact; nothing new costs one small statement.
 */
@Injectable()
export class SearchClock implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(SearchClock.name);
  private kept = new SearchIndex([]);
  private seen = { fact: -1, at: 0 };
  private readonly building = new RecurringWork(
    () => this.look(),
    (error) => this.logger.warn(`the search index stays as it is, again soon: ${String(error)}`),
  );

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly maker: SearchBuilding,
    private readonly facts: Facts,
    private readonly edge: HttpAdapterHost,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.PROCESS === 'worker') return; // nobody asks it
    // What a start brings in, such as the demo's channels, is whole when the hub listens; an index of half of it would be answered for seconds.
    this.edge.listen$.subscribe(() => {
      void this.refresh();
      this.building.every(lookEachMs);
    });
  }

  onModuleDestroy(): Promise<void> {
    return this.building.stop();
  }

  get index(): SearchIndex {
    return this.kept;
  }

  /** The first index, or the one that is being made now. */
  async ready(): Promise<SearchIndex> {
    if (this.kept.size === 0) await this.refresh();
    return this.kept;
  }

  /** Makes the index again if there is news. One that is being made is not begun twice. */
  refresh(): Promise<void> {
    return this.building.look();
  }

  private async look(): Promise<void> {
    const fact = await this.facts.latest(['session.planned', 'channel.opened', 'programme.laid']);
    const now = performance.now();
    if (fact === this.seen.fact && now - this.seen.at < rebuildAtLeastEachMs) return;
    this.kept = await this.maker.build();
    this.seen = { fact, at: now };
    this.logger.debug(`${this.kept.size} things can be found, ${Math.round(performance.now() - now)} ms`);
  }
}
