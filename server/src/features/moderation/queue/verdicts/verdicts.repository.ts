import { Injectable } from '@nestjs/common';
import type { MessageKind, SettledMessage } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { Database, type Transaction } from '../../../../platform/database/index.js';
import { undoWithinMs } from '../queue.rules.js';

/** A message that waits again, with its words for its author. `seq`: where it stood in the log. */
export type Reopened = Required<Pick<SettledMessage, 'id' | 'topic' | 'held'>> & { author: string; seq?: number };
export type ReopenedRow = { id: string; topic: string; author_id: string; kind: MessageKind; text: string; at: number; seq: number | null };

/** What becomes of `holds h` that waits again: its ten minutes begin anew. */
export const heldAgain =
  sql.raw(`state = 'held', version = h.version + 1, settled_at = null, decided_by = null, rule = null, masked = false,
            expires_at = clock_timestamp() + interval '10 minutes'`);
export const reopenedColumns =
  sql.raw(`h.id, h.topic, h.author_id, h.body #>> '{message,kind}' as kind, h.body #>> '{message,text}' as text,
            floor(extract(epoch from h.sent_at) * 1000)::float8 as at`);
/** Where what was passed stands in the log, while its words are there. */
export const seqOfPassed = sql.raw(`(select e.seq::float8 from topic_entries e where e.id = h.id and e.retracted_at is null)`);

/** Whoever decided, not long ago, and nobody has acted since: its version says so. */
const isUndoable = sql`h.decided_by is not null and h.undone_at is null and h.settled_at > clock_timestamp() - ${undoWithinMs} * interval '1 ms'`;

/** Verdicts that are taken back, in Postgres; giving them is the engine's (`settle_hold`). */
@Injectable()
export class VerdictsRepository {
  constructor(private readonly database: Database) {}

  /** A rejection is held again. Its author need not hear of the rejection any more. */
  async reopen(tx: Transaction, id: string, version: number): Promise<Reopened | undefined> {
    const [row] = await this.database.rows<ReopenedRow>(
      sql`update holds h set ${heldAgain} where h.id = ${id}::uuid and h.version = ${version} and h.state = 'rejected' and ${isUndoable}
          returning ${reopenedColumns}, null::float8 as seq`,
      tx,
    );
    if (row) await this.database.rows(sql`delete from verdicts where id = ${id}::uuid`, tx);
    return row && toReopened(row);
  }

  /**
   * A pass is held again, while its words are still in the log: they are about to be taken from there in the same
   * transaction. The head first, as everybody who writes to a log does.
   */
  async unpass(tx: Transaction, { id, topic }: { id: string; topic: string }, version: number): Promise<Reopened | undefined> {
    await this.database.rows(sql`select 1 from topics where topic = ${topic} for update`, tx);
    const [row] = await this.database.rows<ReopenedRow>(
      sql`update holds h set ${heldAgain} where h.id = ${id}::uuid and h.version = ${version} and h.state = 'passed' and ${isUndoable}
            and ${seqOfPassed} is not null
          returning ${reopenedColumns}, ${seqOfPassed} as seq`,
      tx,
    );
    return row && toReopened(row);
  }

  /** What no other row tells: a decision that came second, one that was taken back, or how long how many could read what was retracted. */
  async mark(
    { kind, scope, by, amount = 1 }: { kind: 'collision' | 'undo' | 'exposure'; scope: string; by?: string; amount?: number },
    on?: Transaction,
  ): Promise<void> {
    await this.database.rows(
      sql`insert into moderation_marks (kind, scope, by_user, amount) values (${kind}, ${scope}, ${by ?? null}::uuid, ${amount}::float8)`,
      on,
    );
  }
}

export function toReopened({ id, topic, author_id, kind, text, at, seq }: ReopenedRow): Reopened {
  return { id, topic, author: author_id, held: { kind, text, at }, ...(seq !== null && { seq }) };
}
