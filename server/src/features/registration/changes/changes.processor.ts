import { Injectable } from '@nestjs/common';
import { HandlesJob, Jobs } from '../../../platform/queue/index.js';
import { GrantedChangesService } from './granted-changes.service.js';

/** How late what was granted can be noticed. */
const lookEachMs = 2_000;

@Injectable()
export class ChangesProcessor {
  constructor(
    private readonly granted: GrantedChangesService,
    jobs: Jobs,
  ) {
    jobs.every('registration.change-due', {}, lookEachMs);
  }

  @HandlesJob('registration.change-due')
  async changeDue(): Promise<void> {
    await this.granted.applyDue();
  }
}
