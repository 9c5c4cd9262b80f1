import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { HandlesJob, Jobs } from '../../platform/queue/index.js';
import { TileKeeper } from '../lobby/index.js';
import { DemoImportService } from './demo-import.service.js';
import { DemoProgrammeService } from './demo-programme.service.js';
import { DemoTopicsService } from './demo-topics.service.js';

/** The week is laid days ahead: a look each minute is early enough for it, and after a missed midnight. */
const layEachMs = 60_000;

/**
 * Brings the demo in at start, and lays its programme over each new day. A hub that is ready has its
 * lobby: at start the tiles are made before anybody can ask, later the fact of the new day does it.
 */
@Injectable()
export class DemoProcessor implements OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly imports: DemoImportService,
    private readonly programme: DemoProgrammeService,
    private readonly topics: DemoTopicsService,
    private readonly tiles: TileKeeper,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.DEMO === 'off') return;
    await this.imports.importOnce();
    await this.topics.carry();
    if (await this.programme.layNear()) await this.tiles.renew();
    this.jobs.every('demo.lay-programme', {}, layEachMs);
  }

  @HandlesJob('demo.lay-programme')
  async layDue(): Promise<void> {
    if (this.config.DEMO === 'on') await this.programme.layWeek();
  }
}
