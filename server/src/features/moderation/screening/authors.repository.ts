import { Injectable } from '@nestjs/common';
import type { AuthorRecord } from '@yunhui/screening';
import { sql } from 'drizzle-orm';
import { Database } from '../../../platform/database/index.js';

/** What the log knows of an author. `sinceMs` and `retractedMs`: so long ago, by the database's clock. */
export type KnownAuthor = Pick<AuthorRecord, 'published' | 'publishedLately' | 'retractedLately'> & {
  sinceMs: number;
  retractedMs?: number;
};
type Row = { id: string; since: number | null; published: number; lately: number; retracted: number; retracted_ms: number | null };

/** Who has lost nothing needs so many to be trusted; each message that was lost asks for a hundred more, and beyond the last they are not counted. */
const counted = { least: 50, eachLost: 100, most: 500 };

@Injectable()
export class AuthorsRepository {
  constructor(private readonly database: Database) {}

  /** Of many authors at once, in the order asked: one statement. Somebody unknown has just come. */
  async known(ids: readonly string[]): Promise<KnownAuthor[]> {
    const rows = await this.database.rows<Row>(sql`
      select a.id, (extract(epoch from clock_timestamp() - u.created_at) * 1000)::float8 as since,
        (select count(*)::int from (select 1 from topic_entries e where e.author_id = a.id and e.kind = 'message' limit 3) x) as published,
        l.lately, v.retracted, v.retracted_ms
      from unnest(${sql.param(ids)}::uuid[]) a(id)
      left join users u on u.id = a.id
      cross join lateral (
        select count(*)::int as retracted, (extract(epoch from clock_timestamp() - max(e.taken_at)) * 1000)::float8 as retracted_ms from evidence e
        where e.author_id = a.id and e.by_whom <> 'author' and e.overturned_at is null and e.taken_at > clock_timestamp() - interval '30 days') v
      cross join lateral (
        select count(*)::int as lately from (select 1 from topic_entries e where e.author_id = a.id and e.kind = 'message'
          and e.at > clock_timestamp() - interval '30 days' limit least(${counted.most}::int, ${counted.least}::int + ${counted.eachLost}::int * v.retracted)) x) l`);
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => toKnown(found.get(id)));
  }
}

function toKnown(row: Row | undefined): KnownAuthor {
  const { since, published = 0, lately = 0, retracted = 0, retracted_ms } = row ?? {};
  return {
    sinceMs: Math.max(0, since ?? 0),
    published,
    publishedLately: lately,
    retractedLately: retracted,
    ...(retracted_ms != null && { retractedMs: Math.max(0, retracted_ms) }),
  };
}
