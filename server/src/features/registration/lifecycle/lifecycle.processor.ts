import { Injectable } from '@nestjs/common';
import { type Fact, OnFact } from '../../../platform/facts/index.js';
import { HandlesJob, Jobs } from '../../../platform/queue/index.js';
import { lookEachMs } from './lifecycle.rules.js';
import { LifecycleService } from './lifecycle.service.js';

@Injectable()
export class LifecycleProcessor {
  constructor(
    private readonly lifecycle: LifecycleService,
    jobs: Jobs,
  ) {
    jobs.every('registration.move-due', {}, lookEachMs);
  }

  @HandlesJob('registration.move-due')
  async moveDue(): Promise<void> {
    await this.lifecycle.moveDue();
  }

  @OnFact('session.changed')
  async sessionChanged({ key }: Fact): Promise<void> {
    await this.lifecycle.sessionChanged(key);
  }
}
