import { Injectable } from '@nestjs/common';
import type { SaveSupplement, StepSupplement, Supplement, SupplementContent, User } from '@yunhui/contracts';
import { nextReminder, type SupplementPlan, supplementFindings, supplementStanding } from '@yunhui/domain';
import type { Viewer } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { OwnFilings } from '../filing/own-filings.js';
import { type FilingRow, FilingsRepository } from '../filings.repository.js';
import { CameSecond, TransitionsService } from '../transitions.service.js';
import { SealedLists } from './sealed-lists.js';
import { SupplementPictures } from './supplement-pictures.js';
import { SupplementViews } from './supplement-views.js';
import { type SupplementRow, SupplementsRepository } from './supplements.repository.js';

type Own = { row: FilingRow; kept: SupplementRow; user: User };

/** Writing what the notices ask of an activity that has ended, and handing it in. Whoever has yet to be verified knows none of it: it names people. */
@Injectable()
export class SupplementsService {
  constructor(
    private readonly database: Database,
    private readonly filings: FilingsRepository,
    private readonly own: OwnFilings,
    private readonly supplements: SupplementsRepository,
    private readonly lists: SealedLists,
    private readonly pictures: SupplementPictures,
    private readonly views: SupplementViews,
    private readonly transitions: TransitionsService,
    private readonly clock: Clock,
  ) {}

  async read(viewer: Viewer, id: string): Promise<Supplement> {
    const { row, kept } = await this.require(viewer, id);
    return this.views.whole(row, kept);
  }

  /** Keeps it as it is now; a tab that read an older one is answered by what is kept. */
  async save(viewer: Viewer, id: string, { version, content: { workerList, ...content } }: SaveSupplement): Promise<Supplement> {
    const { row, kept, user } = await this.requireAt(viewer, id, version);
    if (this.standingOf(row, kept) !== 'open') throw await this.refused('supplement.locked', id);
    const list = workerList ? await this.lists.seal(id, workerList) : null;
    const saved = await this.database.transaction(async (tx) => {
      const changed = await this.supplements.change(tx, kept, { content, workerList: list });
      if (changed) await this.pictures.show(tx, user, id, content.pictures);
      return changed;
    });
    if (!saved) throw await this.refused('filing.changed', id);
    return this.views.whole(row, saved);
  }

  /** Hands it in; what is lacking stands in its way. */
  async handIn(viewer: Viewer, id: string, { version }: StepSupplement): Promise<Supplement> {
    const own = await this.requireAt(viewer, id, version);
    if (this.standingOf(own.row, own.kept) !== 'open') throw await this.refused('supplement.locked', id);
    const content = await this.views.contentOf(own.kept);
    if (isUnfit(content, own.row)) throw await this.refused('filing.unfit', id);
    return this.step(own, 'summarise', null);
  }

  /** Takes it back, to write on, until it locks. */
  async reopen(viewer: Viewer, id: string, { version }: StepSupplement): Promise<Supplement> {
    const own = await this.requireAt(viewer, id, version);
    if (this.standingOf(own.row, own.kept) !== 'handed-in') throw await this.refused('supplement.locked', id);
    const next = nextReminder(own.kept.reminders satisfies SupplementPlan['reminders'], this.clock.now());
    return this.step(own, 'reopen', next === undefined ? null : new Date(next));
  }

  /** The step of the filing and of its supplement are one: whoever writes at the same moment comes second. */
  private async step({ row, kept, user }: Own, event: 'summarise' | 'reopen', remindAt: Date | null): Promise<Supplement> {
    let changed: SupplementRow | undefined;
    try {
      const moved = await this.transitions.take(row, { event, by: { user, as: 'host' } }, async (tx) => {
        changed = await this.supplements.change(tx, kept, { remindAt });
        if (!changed) throw new CameSecond();
      });
      return await this.views.whole(moved, changed ?? kept);
    } catch (error) {
      throw error instanceof CameSecond ? await this.refused('filing.changed', row.id) : error;
    }
  }

  private async require(viewer: Viewer, id: string): Promise<Own> {
    const { row, user } = await this.own.require(viewer, id);
    await this.own.requireVerified(viewer, row.organization);
    const kept = (await this.supplements.of([id])).get(id);
    if (!kept) throw new HubError('filing.refused');
    return { row, kept, user };
  }

  private async requireAt(viewer: Viewer, id: string, version: number): Promise<Own> {
    const own = await this.require(viewer, id);
    if (own.kept.version !== version) throw await this.refused('filing.changed', id);
    return own;
  }

  private standingOf({ state }: FilingRow, { locksAt }: SupplementRow): Supplement['standing'] {
    return supplementStanding(state, locksAt.getTime(), this.clock.now());
  }

  /** The refusal, with what stands now. */
  private async refused(code: 'filing.changed' | 'filing.unfit' | 'supplement.locked', id: string): Promise<HubError> {
    const [row, kept] = await Promise.all([this.filings.byId(id), this.supplements.of([id])]);
    const supplement = kept.get(id);
    return new HubError(code, row && supplement ? { beside: { supplement: await this.views.whole(row, supplement) } } : {});
  }
}

function isUnfit(content: SupplementContent, { form }: FilingRow): boolean {
  return supplementFindings(content, form.mode).some(({ severity }) => severity === 'hard');
}
