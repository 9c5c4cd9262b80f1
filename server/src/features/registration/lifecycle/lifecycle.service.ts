import { Injectable, Logger } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { Clock } from '../../../platform/clock.js';
import { type PlannedSession, ScheduleService } from '../../schedule/index.js';
import { ChangesRepository } from '../changes/changes.repository.js';
import { type FilingRow, FilingsRepository } from '../filings.repository.js';
import { SupplementOpening } from '../supplement/supplement-opening.service.js';
import { SupplementsRepository } from '../supplement/supplements.repository.js';
import { CameSecond, type Step, TransitionsService } from '../transitions.service.js';
import { type Passage, passageOf } from './lifecycle.rules.js';

/** So many are read at a time. */
const atOnce = 20;
/** So long one look goes on: many activities begin and end at the same minute, and the embedded store has other people waiting. */
const lookMs = 1_000;
/** What goes wrong is tried again then, and keeps nobody else waiting. */
const afterFaultMs = 60_000;
const hub: Step['by'] = { user: { id: 'hub', name: '云汇' }, as: 'hub' };

/** Moves on what was published: live, ended, to be supplemented, put away. When to look next is in Postgres, so that no restart loses it. */
@Injectable()
export class LifecycleService {
  private readonly logger = new Logger(LifecycleService.name);

  constructor(
    private readonly filings: FilingsRepository,
    private readonly transitions: TransitionsService,
    private readonly schedule: ScheduleService,
    private readonly supplements: SupplementsRepository,
    private readonly changes: ChangesRepository,
    private readonly supplementing: SupplementOpening,
    private readonly clock: Clock,
  ) {}

  /** Looks at what is due, and takes the step that is next of each, until there is nothing more or the next look is near. */
  async moveDue(): Promise<void> {
    const until = performance.now() + lookMs;
    for (;;) {
      const due = await this.filings.movingBefore(this.clock.date(), atOnce);
      for (const filing of due) await this.tryLook(filing);
      if (due.length < atOnce || performance.now() > until) return;
    }
  }

  private async tryLook(filing: FilingRow): Promise<void> {
    try {
      await this.look(filing);
    } catch (error) {
      if (error instanceof CameSecond) return;
      this.logger.error(error);
      await this.filings.lookAgain(filing, new Date(this.clock.now() + afterFaultMs));
    }
  }

  /** A session of it is another by now: it is looked at at once. */
  async sessionChanged(session: string): Promise<void> {
    const activity = await this.schedule.activityOf(session);
    // What a notice names is an activity too, and nobody has filed it: its id is none of a filing.
    if (activity !== undefined && isUuid(activity)) await this.filings.lookNow(activity, this.clock.date());
  }

  private async look(filing: FilingRow): Promise<void> {
    const now = this.clock.now();
    const sessions = await this.schedule.ofActivity(filing.id, now);
    const supplement = (await this.supplements.of([filing.id])).get(filing.id);
    const { state, form } = filing;
    const passage = passageOf({ state, form, sessions, now, ...(supplement && { locksAt: supplement.locksAt.getTime() }) });
    if ('step' in passage) return this.pass(filing, passage.step, sessions);
    await this.filings.lookAgain(filing, passage.lookAt === undefined ? null : new Date(passage.lookAt));
  }

  private async pass(
    filing: FilingRow,
    event: Extract<Passage, { step: unknown }>['step'],
    sessions: readonly PlannedSession[],
  ): Promise<void> {
    const at = this.clock.date();
    const keep = { movesAt: event === 'archive' ? null : at, ...(event === 'end' && { changeLevel: null }) };
    const also = event === 'open-supplement' ? await this.supplementing.of(filing, sessions) : undefined;
    await this.transitions.take(filing, { event, by: hub, keep }, async (tx) => {
      if (event === 'end') await this.changes.overtake(tx, filing.id, at);
      await also?.(tx);
    });
  }
}
