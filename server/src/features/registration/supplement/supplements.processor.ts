import { Injectable } from '@nestjs/common';
import { HandlesJob, Jobs } from '../../../platform/queue/index.js';
import { SupplementReminders } from './reminders.service.js';

/** How late a reminder can be. */
const remindEachMs = 30_000;
const forgetEachMs = 6 * 3_600_000;

@Injectable()
export class SupplementsProcessor {
  constructor(
    private readonly reminders: SupplementReminders,
    jobs: Jobs,
  ) {
    jobs.every('registration.remind-due', {}, remindEachMs);
    jobs.every('registration.forget-lists', {}, forgetEachMs);
  }

  @HandlesJob('registration.remind-due')
  async remindDue(): Promise<void> {
    await this.reminders.remindDue();
  }

  @HandlesJob('registration.forget-lists')
  async forgetLists(): Promise<void> {
    await this.reminders.forgetLists();
  }
}
