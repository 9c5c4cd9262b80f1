import { Injectable, Logger } from '@nestjs/common';
import type { FactName } from '../../catalog/facts.js';
import { Database, type Transaction } from '../database/index.js';
import { Jobs } from '../queue/index.js';
import { FactHandlers, type Fact } from './fact-handlers.js';
import { FactsRepository, type PendingFact } from './facts.repository.js';

/** How one feature tells the others what it has done. No event bus in memory carries a fact: what commits is heard, whatever dies. */
@Injectable()
export class Facts {
  private readonly logger = new Logger(Facts.name);

  constructor(
    private readonly database: Database,
    private readonly repository: FactsRepository,
    private readonly handlers: FactHandlers,
    private readonly jobs: Jobs,
  ) {}

  /** Part of the transaction it tells of: it is heard if that commits, and only then. */
  async record(tx: Transaction, { name, key, version }: { name: FactName; key: string; version: number }): Promise<void> {
    const pending = this.handlers.namesFor(name);
    const id = await this.repository.insert(tx, { name, key, version, pending });
    this.database.afterCommit(tx, () => void this.deliver({ id, name, key, version, pending }));
  }

  /** The number of the latest fact of these names: another one than before means that there is news. */
  async latest(names: readonly FactName[]): Promise<number> {
    return this.repository.latest(names);
  }

  /** Adds a job for each handler in this build that has not heard it. One that cannot be added is the sweep's. */
  async deliver({ pending, ...fact }: PendingFact): Promise<void> {
    const known = pending.filter((handler) => this.handlers.named(handler) !== undefined);
    const added = await Promise.allSettled(known.map((handler) => this.jobs.add('facts.deliver', { ...toPayload(fact), handler })));
    const failure = added.find((result) => result.status === 'rejected');
    if (failure) this.logger.debug(`fact ${fact.id} waits for the sweep: ${String(failure.reason)}`);
  }
}

function toPayload({ id, name, key, version }: Fact): Fact {
  return { id, name, key, version };
}
