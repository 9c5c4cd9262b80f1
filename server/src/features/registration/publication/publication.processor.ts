import { Injectable } from '@nestjs/common';
import { HandlesJob, Jobs } from '../../../platform/queue/index.js';
import { PublicationService } from './publication.service.js';

/** How late what may be published can be noticed. */
const lookEachMs = 2_000;

@Injectable()
export class PublicationProcessor {
  constructor(
    private readonly publication: PublicationService,
    jobs: Jobs,
  ) {
    jobs.every('registration.publish-due', {}, lookEachMs);
  }

  @HandlesJob('registration.publish-due')
  async publishDue(): Promise<void> {
    await this.publication.publishDue();
  }
}
