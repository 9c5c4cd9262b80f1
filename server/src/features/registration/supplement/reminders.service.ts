import { Injectable, Logger } from '@nestjs/common';
import { nextReminder, supplementStanding } from '@yunhui/domain';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/index.js';
import { FilingNews } from '../filing-news.js';
import { FilingsRepository } from '../filings.repository.js';
import { type SupplementRow, SupplementsRepository } from './supplements.repository.js';

/** So many at a time: the embedded store has other people waiting. */
const atOnce = 20;
/** What goes wrong is tried again then, and keeps nobody else waiting. */
const afterFaultMs = 60_000;
/** Lists of people are kept for half a year after their supplement has locked. */
const listsKeptMs = 180 * 24 * 3_600_000;

/** Reminds hosts of what they have not handed in. When is in Postgres and moves on with the notice, so that each is told once, whatever is lost. */
@Injectable()
export class SupplementReminders {
  private readonly logger = new Logger(SupplementReminders.name);

  constructor(
    private readonly database: Database,
    private readonly supplements: SupplementsRepository,
    private readonly filings: FilingsRepository,
    private readonly news: FilingNews,
    private readonly clock: Clock,
  ) {}

  async remindDue(): Promise<void> {
    for (const due of await this.supplements.remindingBefore(this.clock.date(), atOnce)) {
      await this.remind(due).catch(async (error: unknown) => {
        this.logger.error(error);
        const again = new Date(this.clock.now() + afterFaultMs);
        await this.database.transaction((tx) => this.supplements.remindAgain(tx, due, again));
      });
    }
  }

  async forgetLists(): Promise<void> {
    await this.supplements.forgetLists(new Date(this.clock.now() - listsKeptMs));
  }

  private async remind(due: SupplementRow): Promise<void> {
    const now = this.clock.now();
    const filing = await this.filings.byId(due.filing);
    const isOpen = filing !== undefined && supplementStanding(filing.state, due.locksAt.getTime(), now) === 'open';
    const next = isOpen ? nextReminder(due.reminders, now) : undefined;
    await this.database.transaction(async (tx) => {
      const isFirst = await this.supplements.remindAgain(tx, due, next === undefined ? null : new Date(next));
      if (isFirst && isOpen) await this.news.say(tx, 'supplement.due', filing);
    });
  }
}
