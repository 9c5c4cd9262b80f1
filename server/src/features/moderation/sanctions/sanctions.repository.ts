import { Injectable } from '@nestjs/common';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { sanctionExceptions, sanctions } from './sanctions.tables.js';

type NewSanction = typeof sanctions.$inferInsert;
/** How and by whom one ends before its time. */
export type Ending = { as: 'lifted' | 'undone' | 'overturned'; by: string; at: Date; reason: string };
/** A message that somebody said in a region of a sanction. */
export type SaidRow = { topic: string; seq: number };

/** What is done about people, to be written. */
@Injectable()
export class SanctionsRepository {
  constructor(private readonly database: Database) {}

  /** Two who act on one person do so one after the other: each sees the strikes of the one before. */
  async takeTurn(tx: Transaction, user: string): Promise<void> {
    await tx.execute(sql`select 1 from users where id = ${user}::uuid for update`);
  }

  async insert(tx: Transaction, row: NewSanction): Promise<void> {
    await tx.insert(sanctions).values(row);
    await tx.execute(
      sql`update sanctions set hide_since = clock_timestamp() - hide_minutes * interval '1 minute' where id = ${row.id}::uuid`,
    );
    if (row.kind !== 'ban') return;
    await tx.execute(sql`
      insert into sanction_devices (sanction_id, sign_in_id)
      select ${row.id}::uuid, i.id from sign_ins i
      where i.user_id = ${row.userId}::uuid and i.revoked_at is null and i.expires_at > ${row.at.toISOString()}::timestamptz`);
  }

  /** The words of these messages, wherever they are now: in the log, taken back, or held. Only what that person said. */
  async keepWords(tx: Transaction, sanctionId: string, user: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await tx.execute(sql`
      insert into sanction_words (sanction_id, message_id, topic, words, at)
      select ${sanctionId}::uuid, m.id, m.topic, m.words, m.at from (
        select e.id, e.topic, coalesce(v.body, e.body) #>> '{message,text}' as words, e.at from topic_entries e
          left join evidence v on v.id = e.id where e.author_id = ${user}::uuid and e.kind = 'message'
        union all
        select h.id, h.topic, h.body #>> '{message,text}', h.sent_at from holds h where h.author_id = ${user}::uuid and h.state <> 'passed') m
      where m.words is not null and m.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)
      on conflict do nothing`);
  }

  /** Ends one that has not ended otherwise, by compare-and-set. False: somebody acted since. */
  async end(tx: Transaction, id: string, version: number, { as, by, at, reason }: Ending): Promise<boolean> {
    const ended = await tx
      .update(sanctions)
      .set({ endedAs: as, endedBy: by, endedAt: at, endedReason: reason, version: version + 1 })
      .where(and(eq(sanctions.id, id), eq(sanctions.version, version), isNull(sanctions.endedAt)))
      .returning({ id: sanctions.id });
    return ended.length > 0;
  }

  /** Somebody acted on it: from now on it is not undone from its row. */
  async touch(tx: Transaction, id: string): Promise<void> {
    await tx
      .update(sanctions)
      .set({ version: sql`${sanctions.version} + 1` })
      .where(eq(sanctions.id, id));
  }

  async except(tx: Transaction, row: typeof sanctionExceptions.$inferInsert): Promise<boolean> {
    const added = await tx.insert(sanctionExceptions).values(row).onConflictDoNothing().returning({ region: sanctionExceptions.region });
    return added.length > 0;
  }

  async include(tx: Transaction, sanctionId: string, region: string): Promise<boolean> {
    const gone = await tx
      .delete(sanctionExceptions)
      .where(and(eq(sanctionExceptions.sanctionId, sanctionId), eq(sanctionExceptions.region, region)))
      .returning({ region: sanctionExceptions.region });
    return gone.length > 0;
  }

  /** What its person said since then, in every topic, and was not taken back. */
  saidSince(sanctionId: string): Promise<SaidRow[]> {
    return this.database.rows<SaidRow>(sql`
      select e.topic, e.seq from sanctions s join topic_entries e on e.author_id = s.user_id and e.at > s.hide_since
      where s.id = ${sanctionId}::uuid and e.kind = 'message' and e.retracted_at is null
      order by e.topic, e.seq`);
  }

  /** What of it is still held, a delayed message too. */
  heldSince(sanctionId: string): Promise<{ id: string; topic: string; version: number }[]> {
    return this.database.rows(sql`
      select h.id, h.topic, h.version from sanctions s join holds h on h.author_id = s.user_id and h.sent_at > s.hide_since
      where s.id = ${sanctionId}::uuid and h.state = 'held'`);
  }

  async countHidden(id: string, more: number): Promise<void> {
    await this.database.drizzle
      .update(sanctions)
      .set({ hidden: sql`${sanctions.hidden} + ${more}` })
      .where(eq(sanctions.id, id));
  }

  /** Numbers of messages by their ids, in one topic, that were not taken back. */
  async seqsOf(topic: string, ids: readonly string[], seqs: readonly number[]): Promise<number[]> {
    const rows = await this.database.rows<{ seq: number }>(sql`
      select e.seq from topic_entries e
      where e.topic = ${topic} and e.kind = 'message' and e.retracted_at is null and (
        e.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)
        or e.seq in (select jsonb_array_elements_text(${JSON.stringify(seqs)}::jsonb)::bigint))
      order by e.seq limit 200`);
    return rows.map(({ seq }) => seq);
  }
}
