import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Database, type Transaction } from '../database/index.js';
import type { AppendItem, Appended, LogRow, TopicHead } from './log.types.js';

type HeadRow = {
  topic: string;
  epoch: string;
  seq: number;
  mode: TopicHead['mode'];
  mode_version: number;
  audience: TopicHead['audience'];
};
type AppendedRow = {
  id: string;
  topic: string;
  outcome: Appended['outcome'];
  epoch: string | null;
  seq: number | null;
  at: number | null;
  shown: boolean | null;
  body: Record<string, unknown> | null;
};

const entryColumns = sql.raw(
  `'seq', e.seq, 'at', floor(extract(epoch from e.at) * 1000)::bigint, 'kind', e.kind, 'id', e.id, 'body', named_now(e.topic, e.author_id, e.body, e.at), 'retracted', e.retracted_at is not null`,
);
const appendText = `select id, topic, outcome, epoch, seq, floor(extract(epoch from at) * 1000)::bigint as at, shown, body from append_entries($1::jsonb, $2::real)`;

/** The log in Postgres: `append_entries` is its only writer (E2), everything else here reads. */
@Injectable()
export class LogRepository {
  constructor(private readonly database: Database) {}

  /** One statement, one transaction, on a connection of the engine's own. `defaultBudget` 0 shows everything. */
  async append(items: readonly AppendItem[], defaultBudget: number): Promise<Appended[]> {
    const { rows } = await this.database.append(appendText, [JSON.stringify(items), defaultBudget]);
    return (rows as unknown as AppendedRow[]).map(toAppended);
  }

  /** The same inside a transaction: its last statement. */
  async appendIn(tx: Transaction, items: readonly AppendItem[]): Promise<Appended[]> {
    const rows = await this.database.rows<AppendedRow>(
      sql`select id, topic, outcome, epoch, seq, floor(extract(epoch from at) * 1000)::bigint as at, shown, body from append_entries(${JSON.stringify(items)}::jsonb)`,
      tx,
    );
    return rows.map(toAppended);
  }

  /** The head and the last shown entries: one statement, so one snapshot of both. Undefined: there is no such topic. */
  async open(topic: string, entries: number): Promise<{ head: TopicHead; rows: LogRow[] } | undefined> {
    return this.read(topic, sql`select * from topic_entries x where x.topic = t.topic and x.shown order by x.seq desc limit ${entries}`);
  }

  /** The head and the shown entries above `after`, oldest first: one statement. */
  async after(topic: string, after: number, limit: number): Promise<{ head: TopicHead; rows: LogRow[] } | undefined> {
    return this.read(
      topic,
      sql`select * from topic_entries x where x.topic = t.topic and x.shown and x.seq > ${after} order by x.seq limit ${limit}`,
    );
  }

  /** The head and every entry above `after`, shown or not: for staff who watch `all`. */
  async everythingAfter(topic: string, after: number, limit: number): Promise<{ head: TopicHead; rows: LogRow[] } | undefined> {
    return this.read(topic, sql`select * from topic_entries x where x.topic = t.topic and x.seq > ${after} order by x.seq limit ${limit}`);
  }

  /** Shown entries below `before`, newest first. */
  async history(topic: string, before: number, limit: number): Promise<LogRow[]> {
    const found = await this.read(
      topic,
      sql`select * from topic_entries x where x.topic = t.topic and x.shown and x.seq < ${before} order by x.seq desc limit ${limit}`,
    );
    return found?.rows.reverse() ?? [];
  }

  /** Where many logs stand, the newest revocation of a sign-in and the number of all shields: the one statement of each two seconds. */
  async compare(topics: readonly string[]): Promise<{ heads: Map<string, TopicHead>; newestRevocation: number; modes: number }> {
    const rows = await this.database.rows<Partial<HeadRow> & { newest: number; modes: number }>(
      sql`select t.topic, t.epoch, t.seq, t.mode, t.mode_version, t.audience, r.number as newest, m.version as modes
        from revocation_head r cross join mode_head m left join topics t on t.topic in (select jsonb_array_elements_text(${JSON.stringify(topics)}::jsonb))`,
    );
    const heads = new Map(rows.filter((row) => row.topic).map((row) => [row.topic as string, toHead(row as HeadRow)]));
    return { heads, newestRevocation: rows[0]?.newest ?? 0, modes: rows[0]?.modes ?? 0 };
  }

  /** Where some logs stand. */
  async heads(topics: readonly string[]): Promise<Map<string, TopicHead>> {
    return (await this.compare(topics)).heads;
  }

  /** E13: Postgres went back behind what was shown. Nobody may reuse a number in an epoch, so the epoch ends. */
  async endEpoch(topic: string, epoch: string, seen: number): Promise<void> {
    await this.database.rows(
      sql`update topics set epoch = substr(md5(random()::text || clock_timestamp()::text), 1, 12), seq = greatest(seq, ${seen}) + 1000 where topic = ${topic} and epoch = ${epoch} and seq < ${seen}`,
    );
  }

  /** The one message of this id, whoever said it. */
  async numberOf(topic: string, id: string): Promise<{ seq: number; author: string | null } | undefined> {
    const [row] = await this.database.rows<{ seq: number; author: string | null }>(
      sql`select seq, author_id as author from topic_entries where topic = ${topic} and id = ${id}::uuid and kind = 'message'`,
    );
    return row;
  }

  /** The announcement of this id, if it was made. */
  async announcement(topic: string, id: string): Promise<{ seq: number; at: number } | undefined> {
    const [row] = await this.database.rows<{ seq: number; at: number }>(
      sql`select seq, floor(extract(epoch from at) * 1000)::bigint as at from topic_entries where topic = ${topic} and id = ${id}::uuid and kind = 'announcement'`,
    );
    return row;
  }

  /** One entry by its number, if it is shown. */
  async entry(topic: string, seq: number): Promise<LogRow | undefined> {
    const found = await this.read(topic, sql`select * from topic_entries x where x.topic = t.topic and x.shown and x.seq = ${seq}`);
    return found?.rows[0];
  }

  private async read(topic: string, entries: ReturnType<typeof sql>): Promise<{ head: TopicHead; rows: LogRow[] } | undefined> {
    const [row] = await this.database.rows<HeadRow & { entries: LogRow[] | null }>(
      sql`select t.topic, t.epoch, t.seq, t.mode, t.mode_version, t.audience,
        (select jsonb_agg(jsonb_build_object(${entryColumns}) order by e.seq) from (${entries}) e) as entries
        from topics t where t.topic = ${topic}`,
    );
    return row && { head: toHead(row), rows: row.entries ?? [] };
  }
}

function toHead(row: HeadRow): TopicHead {
  return { epoch: row.epoch, seq: row.seq, mode: row.mode, modeVersion: row.mode_version, audience: row.audience };
}

function toAppended(row: AppendedRow): Appended {
  const { id, topic, outcome } = row;
  return {
    id,
    topic,
    outcome,
    at: row.at ?? Date.now(),
    epoch: row.epoch ?? undefined,
    seq: row.seq ?? undefined,
    shown: row.shown ?? undefined,
    body: row.body ?? undefined,
  };
}
