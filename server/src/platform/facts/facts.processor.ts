import { Injectable } from '@nestjs/common';
import type { JobPayload } from '../../catalog/jobs.js';
import { Clock } from '../clock.js';
import { HandlesJob } from '../queue/index.js';
import { FactHandlers } from './fact-handlers.js';
import { FactsRepository, toFact } from './facts.repository.js';

const keptMs = 30 * 24 * 3_600_000;

/** Tells one handler of one fact, and notes that it has heard. */
@Injectable()
export class FactsProcessor {
  constructor(
    private readonly repository: FactsRepository,
    private readonly handlers: FactHandlers,
    private readonly clock: Clock,
  ) {}

  /** Heard is noted after the handler has finished, so a death in between tells it twice and never not at all. */
  @HandlesJob('facts.deliver')
  async deliver({ handler, ...fact }: JobPayload<'facts.deliver'>): Promise<void> {
    const known = this.handlers.named(handler);
    if (!known || !(await this.repository.isPending(fact.id, handler))) return; // another build's, or heard
    await known.call(toFact(fact));
    await this.repository.setHeard(fact.id, handler);
  }

  /** A fact nobody heard in a month tells of rows that have long changed again. */
  @HandlesJob('facts.prune')
  async prune(): Promise<void> {
    const oldest = new Date(this.clock.now() - keptMs);
    while ((await this.repository.deleteBefore(oldest)) > 0);
  }
}
