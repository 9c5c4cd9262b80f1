import { Injectable } from '@nestjs/common';
import { HandlesJob, Jobs } from '../../platform/queue/index.js';
import { StillTaker } from './still-taker.js';

/** Each link has its own due time; this is how late it may be noticed. */
const takeEachMs = 5_000;

@Injectable()
export class StillsProcessor {
  constructor(
    private readonly taker: StillTaker,
    jobs: Jobs,
  ) {
    jobs.every('stills.take-due', {}, takeEachMs);
  }

  @HandlesJob('stills.take-due')
  async takeDue(): Promise<void> {
    await this.taker.takeDue();
  }
}
