import { Injectable } from '@nestjs/common';
import { type Fact, OnFact } from '../../platform/facts/index.js';
import { HandlesJob, Jobs } from '../../platform/queue/index.js';
import { PostingService } from './posting.service.js';

/** How late what is due may be noticed. */
const sendEachMs = 1_000;
const pruneEachMs = 24 * 3_600_000;

/** Notices that are to be written to somebody, and the clock by which mail is sent. Postgres has what waits: Redis only wakes us. */
@Injectable()
export class MailProcessor {
  constructor(
    private readonly posting: PostingService,
    jobs: Jobs,
  ) {
    jobs.every('mail.send-due', {}, sendEachMs);
    jobs.every('mail.prune', {}, pruneEachMs);
  }

  @OnFact('notice.added')
  async noticeAdded({ key }: Fact): Promise<void> {
    await this.posting.write(key);
  }

  @HandlesJob('mail.send-due')
  async sendDue(): Promise<void> {
    await this.posting.sendDue();
  }

  @HandlesJob('mail.prune')
  async prune(): Promise<void> {
    await this.posting.prune();
  }
}
