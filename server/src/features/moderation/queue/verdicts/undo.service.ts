import { Injectable } from '@nestjs/common';
import type { QueueItem, SettledMessage } from '@yunhui/contracts';
import { Audit } from '../../../../platform/audit/index.js';
import type { Viewer } from '../../../../platform/auth/index.js';
import { Database, type Transaction } from '../../../../platform/database/index.js';
import { Holds, Retractions } from '../../../../platform/realtime/index.js';
import type { ItemRow } from '../item-row.js';
import { CameSecond, HoldDesk } from './hold-desk.js';
import { VerdictsRepository } from './verdicts.repository.js';

/** Takes a verdict back: a transition of its own, with its own row in the audit, while nobody has acted on the item since. */
@Injectable()
export class UndoService {
  constructor(
    private readonly desk: HoldDesk,
    private readonly rows: VerdictsRepository,
    private readonly holds: Holds,
    private readonly retractions: Retractions,
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** A rejection is held again; what was passed has been read, so it is retracted. Its sender is told of either. */
  async undo(viewer: Viewer, id: string, version: number): Promise<QueueItem> {
    const row = await this.desk.take(viewer, id);
    if (row.state !== 'passed' && row.state !== 'rejected') throw await this.desk.collided('hold.undo-over', id);
    try {
      await (row.state === 'rejected' ? this.reopen(row, version, row.user.id) : this.takeBack(row, version, row.user.id));
    } catch (error) {
      if (error instanceof CameSecond) throw await this.desk.collided('hold.undo-over', id);
      throw error;
    }
    return this.desk.acted(row);
  }

  private async reopen(row: ItemRow, version: number, who: string): Promise<void> {
    const reopened = await this.database.transaction(async (tx) => {
      const done = await this.rows.reopen(tx, row.id, version);
      if (!done) throw new CameSecond();
      await this.note(tx, row, { who, to: 'held' });
      return done;
    });
    const { id, topic, author } = reopened;
    this.holds.tellAuthor(author, { id, topic, status: 'held' } satisfies SettledMessage);
  }

  private async takeBack(row: ItemRow, version: number, who: string): Promise<void> {
    const taken = await this.database.transaction(async (tx) => {
      const done = await this.rows.revoke(tx, row.id, version);
      if (done?.seq === undefined) throw new CameSecond();
      await this.note(tx, row, { who, to: 'retracted' });
      const gone = await this.retractions.retractIn(tx, { topic: done.topic, seqs: [done.seq], by: 'moderator', actor: who });
      if (!gone) throw new CameSecond();
      return gone;
    });
    this.retractions.tell(taken);
  }

  private async note(tx: Transaction, { id, state, scope, topic }: ItemRow, { who, to }: { who: string; to: string }): Promise<void> {
    await this.rows.mark({ kind: 'undo', scope: scope ?? 'cn', by: who }, tx);
    await this.audit.record(tx, { who, act: 'hold.undone', subject: id, from: state, to, difference: { topic } });
  }
}
