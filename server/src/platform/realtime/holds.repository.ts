import { Injectable } from '@nestjs/common';
import type { Mine, SettledStatus } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { Database, type Transaction } from '../database/index.js';

/** A decided hold; with its number when it passed. */
export type Settlement = {
  id: string;
  topic: string;
  author: string;
  status: SettledStatus;
  rule?: string;
  epoch?: string;
  seq?: number;
  at?: number;
  kind: string;
  body: Record<string, unknown>;
};
/** A hold is decided by compare-and-set on its version. `mask`: passes with every finding masked. */
export type Deciding = { id: string; version: number; verdict: string; rule?: string; by?: string; mask?: boolean };
type SettledRow = Omit<Settlement, 'author' | 'rule'> & { author_id: string };
type HeldRow = { id: string; at: number; body: { message: { kind: Mine['held'][number]['kind']; text: string } } };

const settledColumns = sql.raw('id, topic, author_id, status, epoch, seq, floor(extract(epoch from at) * 1000)::bigint as at, body, kind');

/** Holds and verdicts in Postgres. */
@Injectable()
export class HoldsRepository {
  constructor(private readonly database: Database) {}

  /** No row: somebody else was first, or there is none. */
  async settle({ id, version, verdict, rule, by, mask = false }: Deciding, on?: Transaction): Promise<Settlement | undefined> {
    const [row] = await this.database.rows<SettledRow>(
      sql`select ${settledColumns} from settle_hold(${id}::uuid, ${version}::int, ${verdict}, ${rule ?? null}::text, ${by ?? null}::uuid, ${mask})`,
      on,
    );
    return row && toSettlement(row, rule);
  }

  /** The next slice of a verdict over a burst; none: all of it is decided. */
  async settleBurst(decision: string, most: number, rule?: string): Promise<Settlement[]> {
    const rows = await this.database.rows<SettledRow>(sql`select ${settledColumns} from settle_burst(${decision}::uuid, ${most}::int)`);
    return rows.map((row) => toSettlement(row, rule));
  }

  /** Held items that nobody decided in time. */
  async expire(afterMs: number, most: number): Promise<Settlement[]> {
    const rows = await this.database.rows<SettledRow>(
      sql`select ${settledColumns} from expire_holds(${afterMs} * interval '1 ms', ${most}::int)`,
    );
    return rows.map((row) => toSettlement(row));
  }

  async releaseDue(): Promise<Settlement[]> {
    const rows = await this.database.rows<SettledRow>(sql`select ${settledColumns} from release_due()`);
    return rows.map((row) => toSettlement(row, 'delayed'));
  }

  /** How long until the next delayed message is due, by the database's clock; undefined when there is none. */
  async nextDueMs(): Promise<number | undefined> {
    const [row] = await this.database.rows<{ ms: number | null }>(
      sql`select (extract(epoch from min(due_at) - clock_timestamp()) * 1000)::float8 as ms from holds where state = 'held' and due_at is not null`,
    );
    return row?.ms ?? undefined;
  }

  /** The version of the author's own held message; undefined when it is not held. */
  async versionOf(author: string, topic: string, id: string): Promise<number | undefined> {
    const [row] = await this.database.rows<{ version: number }>(
      sql`select version from holds where id = ${id}::uuid and author_id = ${author}::uuid and topic = ${topic} and state = 'held'`,
    );
    return row?.version;
  }

  /** What many authors each have in a topic, in the order asked: one statement. */
  async mine(asked: readonly { author: string; topic: string }[]): Promise<Mine[]> {
    const rows = await this.database.rows<{ held: HeldRow[]; settled: Mine['settled'] }>(sql`
      select
        coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'at', floor(extract(epoch from h.sent_at) * 1000)::bigint, 'body', h.body) order by h.sent_at, h.id)
          from holds h where h.author_id = (a.x->>'author')::uuid and h.topic = a.x->>'topic' and h.state = 'held'), '[]') as held,
        coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', v.id, 'topic', v.topic, 'status', v.status, 'rule', v.rule, 'seq', v.seq)) order by v.at)
          from verdicts v where v.author_id = (a.x->>'author')::uuid and v.topic = a.x->>'topic'), '[]') as settled
      from jsonb_array_elements(${JSON.stringify(asked)}::jsonb) with ordinality a(x, o) order by a.o`);
    return rows.map(({ held, settled }) => ({
      held: held.map(({ id, at, body }) => ({ id, at, kind: body.message.kind, text: body.message.text })),
      settled,
    }));
  }

  async forgetVerdict(author: string, id: string): Promise<void> {
    await this.database.rows(sql`delete from verdicts where id = ${id}::uuid and author_id = ${author}::uuid`);
  }
}

function toSettlement({ author_id, seq, at, epoch, ...row }: SettledRow, rule?: string): Settlement {
  return { ...row, author: author_id, rule, seq: seq ?? undefined, at: at ?? undefined, epoch: epoch ?? undefined };
}
