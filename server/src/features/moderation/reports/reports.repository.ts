import { Injectable } from '@nestjs/common';
import type { OwnReport, ReportGroup, ReportReason } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { Database, type Transaction } from '../../../platform/database/index.js';

/** What is reported, as it is now: kept with the first report of it. */
export type ReportedThing = {
  kind: 'message' | 'stream';
  target: string;
  topic?: string;
  channel?: string;
  session?: string;
  region: string;
  seq?: number;
  words: string;
  author?: { id: string; name: string; region?: string };
  sentAt: string;
};
export type NewReport = { id: string; user: string; reason: ReportReason; note?: string; at: Date };
/** A message that can be reported: it was published, and nobody has taken it back. */
export type SaidMessage = { seq: number; author: string | null; name: string; region: string | null; words: string; at: string };
/** The group that a report came to. `added`: it is the person's first of this thing. */
export type Reported = { group: string; id: string; added: boolean; state: OwnReport['state']; reporters: number; reasons: ReportReason[] };

/** Reports in Postgres, by the thing they are about. */
@Injectable()
export class ReportsRepository {
  constructor(private readonly database: Database) {}

  async message(topic: string, id: string): Promise<SaidMessage | undefined> {
    const [row] = await this.database.rows<SaidMessage>(sql`
      select seq, author_id as author, body #>> '{message,author,name}' as name, body #>> '{message,author,region}' as region,
        body #>> '{message,text}' as words, at
      from topic_entries where topic = ${topic} and id = ${id}::uuid and kind = 'message' and retracted_at is null`);
    return row;
  }

  /** Adds a report to the group of its thing, which it opens if need be. A message that was decided is not opened again; a stream is, for it goes on. */
  async add(tx: Transaction, thing: ReportedThing, group: string, report: NewReport): Promise<Reported> {
    const into = (await this.groupOf(tx, thing)) ?? (await this.open(tx, thing, group, report.at));
    const [added] = await this.database.rows<{ id: string }>(
      sql`insert into reports (id, group_id, user_id, reason, note, at)
        values (${report.id}::uuid, ${into}::uuid, ${report.user}::uuid, ${report.reason}, ${report.note ?? null}::text, ${report.at.toISOString()}::timestamptz)
        on conflict (group_id, user_id) do nothing returning id`,
      tx,
    );
    if (added)
      await tx.execute(
        sql`update report_groups set reporters = reporters + 1, last_at = ${report.at.toISOString()}::timestamptz where id = ${into}::uuid`,
      );
    const [row] = await this.database.rows<Omit<Reported, 'added'>>(
      sql`select g.id as group, r.id, g.state, g.reporters, (select jsonb_agg(distinct x.reason) from reports x where x.group_id = g.id) as reasons
        from report_groups g join reports r on r.group_id = g.id and r.user_id = ${report.user}::uuid where g.id = ${into}::uuid`,
      tx,
    );
    if (!row) throw new Error('a report that was just kept is missing');
    return { ...row, added: added !== undefined };
  }

  async setRisk(tx: Transaction, group: string, risk: ReportGroup['risk']): Promise<void> {
    await tx.execute(sql`update report_groups set risk = ${risk} where id = ${group}::uuid`);
  }

  async own(user: string): Promise<OwnReport[]> {
    const rows = await this.database.rows<OwnReport>(sql`
      select r.id, g.kind, r.reason, r.at, g.state from reports r join report_groups g on g.id = r.group_id
      where r.user_id = ${user}::uuid order by r.at desc, r.id limit 50`);
    return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
  }

  private async groupOf(tx: Transaction, { kind, target }: ReportedThing): Promise<string | undefined> {
    const [row] = await this.database.rows<{ id: string }>(
      sql`select id from report_groups where kind = ${kind} and target = ${target} and (state = 'open' or kind = 'message')
        order by first_at desc limit 1`,
      tx,
    );
    return row?.id;
  }

  /** Two who report at once open one group: the second finds the first's. */
  private async open(tx: Transaction, thing: ReportedThing, id: string, at: Date): Promise<string> {
    const { kind, target, topic, channel, session, region, seq, words, author, sentAt } = thing;
    await tx.execute(sql`
      insert into report_groups (id, kind, target, topic, channel, session, region, seq, words, author_id, author_name, author_region, sent_at, risk, first_at, last_at)
      values (${id}::uuid, ${kind}, ${target}, ${topic ?? null}::text, ${channel ?? null}::text, ${session ?? null}::text, ${region}, ${seq ?? null}::bigint,
        ${words}, ${author?.id ?? null}::uuid, ${author?.name ?? null}::text, ${author?.region ?? null}::text, ${sentAt}::timestamptz, 'low',
        ${at.toISOString()}::timestamptz, ${at.toISOString()}::timestamptz)
      on conflict (kind, target) where state = 'open' do nothing`);
    return (await this.groupOf(tx, thing)) ?? id;
  }
}
