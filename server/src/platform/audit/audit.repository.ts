import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Database, type Transaction } from '../database/index.js';
import { auditEntries } from './audit.tables.js';
import type { TimePlace } from '../cursor.js';
import { type AuditRow, type ChainedRow, chainStart, type Link } from './chain.js';

/** Somebody did something: written with the act, so that one cannot be without the other. */
export type Act = typeof auditEntries.$inferInsert;

/** One chainer at a time, whichever process it is in. */
const chainerLock = 7_261_936;

const columns = sql`
  id, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at, who, act, subject,
  from_state as "from", to_state as "to", reason, difference::text as difference, position, hash`;

@Injectable()
export class AuditRepository {
  constructor(private readonly database: Database) {}

  async insert(tx: Transaction, act: Act): Promise<void> {
    await tx.insert(auditEntries).values(act);
  }

  /** Whether any committed row has no place yet. */
  async hasUnchained(): Promise<boolean> {
    return (await this.database.rows(sql`select 1 from audit_entries where position is null limit 1`)).length > 0;
  }

  /**
   * Gives up to `most` rows their place, in order of `(at, id)`; `give` says which. Returns how many there were, or
   * nothing when another process is at it.
   */
  chainNext(most: number, give: (last: Link, rows: readonly AuditRow[]) => (Link & { id: string })[]): Promise<number | undefined> {
    return this.database.transaction(async (tx) => {
      const [lock] = await this.database.rows<{ ours: boolean }>(sql`select pg_try_advisory_xact_lock(${chainerLock}) as ours`, tx);
      if (!lock?.ours) return undefined;
      const [last] = await this.database.rows<Link>(
        sql`select position, hash from audit_entries where position is not null order by position desc limit 1`,
        tx,
      );
      const rows = await this.database.rows<AuditRow>(
        sql`select ${columns} from audit_entries where position is null order by audit_entries.at, id limit ${most}`,
        tx,
      );
      const links = JSON.stringify(give(last ?? chainStart, rows));
      await tx.execute(sql`
        update audit_entries set position = link.position, hash = link.hash
        from jsonb_to_recordset(${links}::jsonb) as link(id uuid, position bigint, hash text) where audit_entries.id = link.id`);
      return rows.length;
    });
  }

  /** What was done to these, the newest first, from before a place on. */
  of(
    subjects: readonly string[],
    { before, most }: { before: TimePlace | undefined; most: number },
  ): Promise<(AuditRow & Partial<Link>)[]> {
    const older = before && sql`and (audit_entries.at, id) < (${before.at}::timestamptz, ${before.id}::uuid)`;
    return this.database.rows(
      sql`select ${columns} from audit_entries where subject in ${[...subjects]} ${older} order by audit_entries.at desc, id desc limit ${most}`,
    );
  }

  /** The next rows of the chain, by place. */
  chainedAfter(position: number, most: number): Promise<ChainedRow[]> {
    return this.database.rows<ChainedRow>(
      sql`select ${columns} from audit_entries where position > ${position} order by position limit ${most}`,
    );
  }
}
