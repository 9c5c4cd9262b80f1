import { Injectable } from '@nestjs/common';
import type { Supplement, UnlockSupplement, User, WorkerList } from '@yunhui/contracts';
import { nextReminder, shanghaiDayOf, unlockDays, unlockedPlan, workflow } from '@yunhui/domain';
import { Audit } from '../../../platform/audit/index.js';
import { may, RegionTree, type Viewer } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { FilersService } from '../../organizations/index.js';
import type { FilingRow } from '../filings.repository.js';
import { ReviewDesk } from '../review/review-desk.js';
import { reviewedScopes } from '../review/review.rules.js';
import { CameSecond, TransitionsService } from '../transitions.service.js';
import { SupplementViews } from './supplement-views.js';
import { type SupplementRow, SupplementsRepository } from './supplements.repository.js';

/** What a desk sees of a supplement, and opening it again. Nobody opens again what their own units file. */
@Injectable()
export class SupplementReviewsService {
  constructor(
    private readonly desk: ReviewDesk,
    private readonly supplements: SupplementsRepository,
    private readonly views: SupplementViews,
    private readonly transitions: TransitionsService,
    private readonly filers: FilersService,
    private readonly regions: RegionTree,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async read(viewer: Viewer, id: string): Promise<Supplement> {
    const { row, user } = await this.desk.readable(viewer, id);
    return this.shown(row, await this.require(id), user);
  }

  /** Who took part, once it was handed in. It is the one list of private persons: whoever reads it is written down. */
  async workers(viewer: Viewer, id: string): Promise<WorkerList> {
    const { row, user } = await this.desk.readable(viewer, id);
    if (!this.reviews(row, user)) throw new HubError('access.refused');
    const kept = await this.require(id);
    const { hasWorkerList } = await this.views.reviewed(row, kept, true);
    if (!hasWorkerList) throw new HubError('filing.refused');
    await this.database.transaction((tx) => this.audit.record(tx, { who: user.id, act: 'filing.workers-read', subject: id }));
    return { workerList: (await this.views.contentOf(kept)).workerList ?? '' };
  }

  /** Opens it again until the end of a day, with a reason that its host reads. */
  async unlock(viewer: Viewer, id: string, { version, reason, until }: UnlockSupplement): Promise<Supplement> {
    const { row, user } = await this.desk.readable(viewer, id);
    if (row.version !== version) throw await this.desk.collided('review.decided', id, user);
    const kept = await this.require(id);
    const scope = await this.scopeOf(row, user);
    if (scope === undefined) throw new HubError('access.refused');
    const plan = unlockedPlan(until, shanghaiDayOf(this.clock.now()), kept.deadline);
    if (!plan) throw new HubError('request.malformed', { field: 'until' });
    const { locksAt, reminders, ...time } = plan;
    const next = nextReminder(reminders, this.clock.now());
    const change = { ...time, locksAt: new Date(locksAt), reminders, remindAt: next === undefined ? null : new Date(next) };
    const step = { event: 'unlock', by: { user, as: 'reviewer' }, scope, reason, keep: { movesAt: new Date(locksAt) } } as const;
    try {
      const moved = await this.transitions.take(row, { ...step, difference: { until } }, async (tx) => {
        if (!(await this.supplements.change(tx, kept, change))) throw new CameSecond();
      });
      return await this.shown(moved, await this.require(id), user);
    } catch (error) {
      throw error instanceof CameSecond ? await this.desk.collided('review.decided', id, user) : error;
    }
  }

  private async shown(row: FilingRow, kept: SupplementRow, user: User): Promise<Supplement> {
    const seen = await this.views.reviewed(row, kept, this.reviews(row, user));
    if (!workflow[row.state].unlock || (await this.scopeOf(row, user)) === undefined) return seen;
    return { ...seen, mayUnlock: { version: row.version, ...unlockDays(shanghaiDayOf(this.clock.now()), kept.deadline) } };
  }

  private async require(id: string): Promise<SupplementRow> {
    const kept = (await this.supplements.of([id])).get(id);
    if (!kept) throw new HubError('filing.refused');
    return kept;
  }

  /** Whoever reviews its home, or a scope above. */
  private reviews({ home }: FilingRow, user: User): boolean {
    return may({ user }, { action: 'decide', on: 'Desk', region: home }, this.regions.pathOf);
  }

  /** The scope for which somebody opens it again. */
  private async scopeOf(row: FilingRow, user: User): Promise<string | undefined> {
    if (!this.reviews(row, user) || (await this.filers.keysOf(user.id)).includes(row.organization)) return undefined;
    const above = this.regions.pathOf(row.home);
    return reviewedScopes(user.grants).find((scope) => above.includes(scope));
  }
}
