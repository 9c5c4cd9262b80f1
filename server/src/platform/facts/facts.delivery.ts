import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { type Fact, FactHandlers } from './fact-handlers.js';
import { FactsRepository } from './facts.repository.js';

const keptMs = 30 * 24 * 3_600_000;

/** The last step of a fact's way, and its end. */
@Injectable()
export class FactsDelivery {
  constructor(
    private readonly repository: FactsRepository,
    private readonly handlers: FactHandlers,
    private readonly clock: Clock,
  ) {}

  /** Tells one handler. Heard is noted after it has finished, so a death in between tells it twice and never not at all. */
  async tell(handler: string, fact: Fact): Promise<void> {
    const known = this.handlers.named(handler);
    if (!known || !(await this.repository.isPending(fact.id, handler))) return; // another build's, or heard
    await known.call(fact);
    await this.repository.setHeard(fact.id, handler);
  }

  /** A fact nobody heard in a month tells of rows that have long changed again. */
  async prune(): Promise<void> {
    const oldest = new Date(this.clock.now() - keptMs);
    while ((await this.repository.deleteBefore(oldest)) > 0);
  }
}
