import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { HoldLadder, LadderStanding } from '@yunhui/contracts';
import { Audit } from '../audit/index.js';
import { RegionTree, type Viewer, whoMay } from '../auth/index.js';
import { Clock } from '../clock.js';
import { Database } from '../database/index.js';
import { Ladder } from './ladder.js';
import { LadderRepository } from './ladder.repository.js';

/** So long another node may go on without what an operator has said. */
const readEveryMs = 5_000;

/** What operators say about the ladder. It holds on this node at once and on the others within seconds; while Postgres is away the last word holds. */
@Injectable()
export class LadderService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(LadderService.name);
  private timer?: NodeJS.Timeout;
  /** Counts changes on this node: what was read before one is older than it. */
  private changes = 0;

  constructor(
    private readonly ladder: Ladder,
    private readonly rows: LadderRepository,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly regions: RegionTree,
  ) {}

  onApplicationBootstrap(): void {
    void this.read();
    this.timer = setInterval(() => void this.read(), readEveryMs);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  standing(): LadderStanding {
    return this.ladder.describe();
  }

  /** Holds a level everywhere, or none: then each node finds its own again. */
  async hold(viewer: Viewer, { level, reason, minutes }: HoldLadder): Promise<LadderStanding> {
    const user = whoMay(viewer, { action: 'steer', on: 'Operations', region: 'CN' }, this.regions.pathOf);
    const held = level ? { level, reason, until: new Date(this.clock.now() + minutes * 60_000) } : undefined;
    await this.database.transaction(async (tx) => {
      const before = await this.rows.held(tx);
      await this.rows.replace(tx, held);
      await this.audit.record(tx, {
        who: user.id,
        act: 'ladder.held',
        subject: 'ladder',
        from: before?.level,
        to: held?.level,
        reason,
        difference: { until: held?.until.toISOString() ?? null },
      });
    });
    this.changes += 1;
    this.ladder.hold(held);
    return this.standing();
  }

  private async read(): Promise<void> {
    const { changes } = this;
    try {
      const held = await this.rows.held();
      if (changes === this.changes) this.ladder.hold(held);
    } catch (error) {
      this.logger.warn(`what operators hold the ladder at was not read: ${String(error)}`);
    }
  }
}
