import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Database, type Transaction } from '../../../../platform/database/index.js';
import { undoWithinMs } from '../queue.rules.js';

export type Reopened = { id: string; topic: string; author: string; seq?: number };
type Row = { id: string; topic: string; author_id: string; seq: number | null };

/** Whoever decided, not long ago, and nobody has acted since: its version says so. */
const isUndoable = sql`h.decided_by is not null and h.undone_at is null and h.settled_at > clock_timestamp() - ${undoWithinMs} * interval '1 ms'`;

/** Verdicts that are taken back, in Postgres; giving them is the engine's (`settle_hold`). */
@Injectable()
export class VerdictsRepository {
  constructor(private readonly database: Database) {}

  /** A rejection is held again, and its ten minutes begin anew. Its author need not hear of the rejection any more. */
  async reopen(tx: Transaction, id: string, version: number): Promise<Reopened | undefined> {
    const [row] = await this.database.rows<Row>(
      sql`update holds h set state = 'held', version = h.version + 1, settled_at = null, decided_by = null, rule = null, masked = false,
            expires_at = clock_timestamp() + interval '10 minutes'
          where h.id = ${id}::uuid and h.version = ${version} and h.state = 'rejected' and ${isUndoable}
          returning h.id, h.topic, h.author_id, null::float8 as seq`,
      tx,
    );
    if (row) await this.database.rows(sql`delete from verdicts where id = ${id}::uuid`, tx);
    return row && toReopened(row);
  }

  /** A pass is over for good: the words are about to be retracted, and cannot be said a second time under the same id. */
  async revoke(tx: Transaction, id: string, version: number): Promise<Reopened | undefined> {
    const [row] = await this.database.rows<Row>(
      sql`update holds h set state = 'rejected', version = h.version + 1, undone_at = clock_timestamp(), rule = null
          where h.id = ${id}::uuid and h.version = ${version} and h.state = 'passed' and ${isUndoable}
          returning h.id, h.topic, h.author_id, (select e.seq::float8 from topic_entries e where e.id = h.id) as seq`,
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

function toReopened({ id, topic, author_id, seq }: Row): Reopened {
  return { id, topic, author: author_id, ...(seq !== null && { seq }) };
}
