import { Injectable, Logger } from '@nestjs/common';
import { type ErrorCode, retryOf } from '@yunhui/contracts';
import { differenceOf, isOnProgramme } from '@yunhui/domain';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { type FilingRow, FilingsRepository } from '../filings.repository.js';
import { ProgrammeService } from '../publication/programme.service.js';
import { programmeEventOf } from '../publication/programme.rules.js';
import { undoWithinMs } from '../review/review.rules.js';
import { CameSecond, TransitionsService } from '../transitions.service.js';
import { type ChangeRow, ChangesRepository } from './changes.repository.js';
import { movesAfter } from './changes.rules.js';

/** So many at a time: the embedded store has other people waiting. */
const atOnce = 20;

/** Why the programme has no room for what was granted, in words that its host reads. */
const whyNot: { [Code in ErrorCode]?: string } = {
  'session.overlaps': '频道在这个时间已排了别的场次',
  'session.begun': '场次已经开播',
  'session.over': '场次已经结束',
  'session.past': '要改到的时间已经过去',
  'filing.refused': '活动的状态已经变了',
};

/** Puts what was granted on the programme, once nobody can take that back. */
@Injectable()
export class GrantedChangesService {
  private readonly logger = new Logger(GrantedChangesService.name);

  constructor(
    private readonly database: Database,
    private readonly filings: FilingsRepository,
    private readonly changes: ChangesRepository,
    private readonly programme: ProgrammeService,
    private readonly transitions: TransitionsService,
    private readonly clock: Clock,
  ) {}

  /** What fails is tried again with the next look, and holds up nothing behind it. */
  async applyDue(): Promise<void> {
    const until = new Date(this.clock.now() - undoWithinMs);
    for (let skipped = 0; ;) {
      const due = await this.changes.grantedBefore(until, { limit: atOnce, skipped });
      for (const granted of due) if (!(await this.isSettled(granted))) skipped += 1;
      if (due.length < atOnce) return;
    }
  }

  /** Whether it waits no longer, done or not. */
  private async isSettled(granted: ChangeRow): Promise<boolean> {
    const filing = await this.filings.byId(granted.filing);
    // Asked after the filing was read: what is taken back from here on makes it another version.
    const waiting = (await this.changes.waitingFor([granted.filing])).get(granted.filing);
    if (waiting?.id !== granted.id || waiting.state !== 'granted') return true;
    if (!filing) return false;
    try {
      await this.apply(filing, granted);
      return true;
    } catch (error) {
      if (!(error instanceof CameSecond)) this.logger.error(error);
      return false;
    }
  }

  private async apply(filing: FilingRow, granted: ChangeRow): Promise<void> {
    try {
      await this.take(filing, granted);
    } catch (error) {
      if (!(error instanceof HubError) || retryOf[error.code] !== 'never') throw error;
      await this.giveUp(filing, granted, whyNot[error.code] ?? '节目单现在不能这样变更');
    }
  }

  /** Whoever granted it is who has done it. */
  private async take(filing: FilingRow, { id, wanted, form, reason, grantedBy }: ChangeRow): Promise<void> {
    const event = programmeEventOf(filing.state, wanted);
    if (!event || !grantedBy) throw new HubError('filing.refused');
    const at = this.clock.date();
    const make = await this.programme.changing(filing, { change: wanted, after: form, reason });
    const keep = { form, changeLevel: null, movesAt: movesAfter(event, at) };
    const difference = differenceOf(filing.form, form);
    const step = { event, by: { user: grantedBy, as: 'reviewer' }, asked: true, reason, keep, difference } as const;
    await this.transitions.take(filing, step, async (tx) => {
      await this.changes.settle(tx, id, { state: 'applied', settledAt: at });
      await make(tx);
    });
  }

  private async giveUp(filing: FilingRow, { id }: ChangeRow, reason: string): Promise<void> {
    const settledAt = this.clock.date();
    if (!isOnProgramme(filing.state))
      return this.database.transaction((tx) => this.changes.settle(tx, id, { state: 'overtaken', settledAt }));
    await this.transitions.take(filing, { event: 'decline', by: { user: { id: 'hub', name: '云汇' }, as: 'hub' }, reason }, (tx) =>
      this.changes.settle(tx, id, { state: 'declined', settledAt }),
    );
  }
}
