import { Injectable } from '@nestjs/common';
import type { Review } from '../../screening/judgement.rules.js';
import { HoldHints } from '../hold-hints.js';
import { QueueRepository } from '../queue.repository.js';

/** Tells the cockpits of what befalls held items beside the desk: one came, its author took it back, its time ran out, an appeal was heard. */
@Injectable()
export class HoldNotes {
  constructor(
    private readonly rows: QueueRepository,
    private readonly hints: HoldHints,
  ) {}

  /** A delayed message appears by itself: nobody has to look. */
  added({ id, hold, review }: { id: string; hold?: string; review: Review }): void {
    if (hold !== 'delayed') this.hints.give('hold.added', { id, ...review });
  }

  async settled(id: string): Promise<void> {
    const row = await this.rows.one(id);
    if (row) this.hints.give('hold.settled', { id, scope: row.scope, level: row.worst, burst: row.burst });
  }
}
