import { Injectable } from '@nestjs/common';
import { HandlesJob, Jobs } from '../../../platform/queue/index.js';
import { ProbingService } from './probing.service.js';

/** Each link has its own due time; this is how late it may be noticed. */
const claimEachMs = 1_000;

@Injectable()
export class ProbingProcessor {
  constructor(
    private readonly probing: ProbingService,
    jobs: Jobs,
  ) {
    jobs.every('streams.look-at-due', {}, claimEachMs);
  }

  @HandlesJob('streams.look-at-due')
  async lookAtDue(): Promise<void> {
    await this.probing.lookAtDue();
  }
}
