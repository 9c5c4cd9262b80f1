import { Injectable } from '@nestjs/common';
import type { QueueItem } from '@yunhui/contracts';
import { Audit } from '../../../../platform/audit/index.js';
import type { Viewer } from '../../../../platform/auth/index.js';
import { Database, type Transaction } from '../../../../platform/database/index.js';
import { Holds, Retractions } from '../../../../platform/realtime/index.js';
import { CameSecond, HoldDesk, type OnDesk } from './hold-desk.js';
import { type Reopened, VerdictsRepository } from './verdicts.repository.js';

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

  /** Either is held again under a new version. What was passed has been read, so it is taken off the screens in the same transaction. */
  async undo(viewer: Viewer, id: string, version: number): Promise<QueueItem> {
    const row = await this.desk.take(viewer, id);
    if (row.state !== 'passed' && row.state !== 'rejected') throw await this.desk.collided('hold.undo-over', id);
    try {
      const { author, held } = await (row.state === 'rejected' ? this.reopen(row, version) : this.takeBack(row, version));
      this.holds.tellAuthor(author, { id, topic: row.topic, status: 'held', held });
    } catch (error) {
      if (error instanceof CameSecond) throw await this.desk.collided('hold.undo-over', id);
      throw error;
    }
    return this.desk.acted(row);
  }

  private reopen(row: OnDesk, version: number): Promise<Reopened> {
    return this.database.transaction(async (tx) => {
      const reopened = await this.rows.reopen(tx, row.id, version);
      if (!reopened) throw new CameSecond();
      await this.note(tx, row);
      return reopened;
    });
  }

  private async takeBack(row: OnDesk, version: number): Promise<Reopened> {
    const { reopened, taken } = await this.database.transaction(async (tx) => {
      const again = await this.rows.unpass(tx, row, version);
      if (again?.seq === undefined) throw new CameSecond();
      await this.note(tx, row);
      const gone = await this.retractions.retractIn(tx, {
        topic: again.topic,
        seqs: [again.seq],
        by: 'moderator',
        actor: row.user.id,
        heldAgain: true,
      });
      if (!gone) throw new CameSecond();
      return { reopened: again, taken: gone };
    });
    this.retractions.tell(taken);
    return reopened;
  }

  private async note(tx: Transaction, { id, state, scope, topic, user }: OnDesk): Promise<void> {
    await this.rows.mark({ kind: 'undo', scope: scope ?? 'cn', by: user.id }, tx);
    await this.audit.record(tx, { who: user.id, act: 'hold.undone', subject: id, from: state, to: 'held', difference: { topic } });
  }
}
