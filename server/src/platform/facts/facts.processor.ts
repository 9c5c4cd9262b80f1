import { Injectable } from '@nestjs/common';
import type { FactName } from '../../catalog/facts.js';
import type { JobPayload } from '../../catalog/jobs.js';
import { HandlesJob } from '../queue/index.js';
import { FactsDelivery } from './facts.delivery.js';

@Injectable()
export class FactsProcessor {
  constructor(private readonly delivery: FactsDelivery) {}

  @HandlesJob('facts.deliver')
  async deliver({ id, name, key, version, handler }: JobPayload<'facts.deliver'>): Promise<void> {
    await this.delivery.tell(handler, { id, name: name as FactName, key, version });
  }

  @HandlesJob('facts.prune')
  async prune(): Promise<void> {
    await this.delivery.prune();
  }
}
