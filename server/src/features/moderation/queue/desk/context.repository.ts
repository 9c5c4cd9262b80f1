import { Injectable } from '@nestjs/common';
import type { EarlierVerdict, RoomLine } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { Database } from '../../../../platform/database/index.js';

/** A message around another one. `at_ms`: when it appeared, or was held. */
export type LineRow = {
  id: string;
  at_ms: number;
  name: string | null;
  author_id: string | null;
  text: string | null;
  state: RoomLine['state'];
  seq: number | null;
};
export type EarlierRow = {
  id: string;
  topic: string;
  text: string | null;
  verdict: EarlierVerdict['verdict'];
  rule: string | null;
  by_id: string | null;
  by_name: string | null;
  at_ms: number;
};
export type AuthorRow = { kind: 'guest' | 'account'; since_ms: number; published: number; retracted: number };

const each = 10;
const most = { verdicts: 10, names: 10, counted: 10_000 };

/** What a moderator looks at before deciding: the room around a message, and what its author has said before. */
@Injectable()
export class ContextRepository {
  constructor(private readonly database: Database) {}

  /** What was said in the room and held there around a moment, oldest first. */
  async around(topic: string, atMs: number): Promise<LineRow[]> {
    const said = sql`select e.id, e.at, e.body #>> '{message,author,name}' as name, e.author_id, e.body #>> '{message,text}' as text,
      case when e.retracted_at is null then 'published' else 'retracted' end as state, e.seq::float8 as seq
      from topic_entries e where e.topic = ${topic} and e.kind = 'message' and e.shown`;
    const kept = sql`select h.id, h.sent_at, h.body #>> '{message,author,name}', h.author_id, h.body #>> '{message,text}', h.state, null::float8
      from holds h where h.topic = ${topic} and h.state <> 'passed'`;
    const moment = sql`to_timestamp(${atMs}::float8 / 1000)`;
    return this.database.rows<LineRow>(sql`
      select x.id, (extract(epoch from x.at) * 1000)::float8 as at_ms, x.name, x.author_id, x.text, x.state, x.seq from (
        (${said} and e.at <= ${moment} order by e.at desc limit ${each}) union all (${said} and e.at > ${moment} order by e.at limit ${each})
        union all (${kept} and h.sent_at <= ${moment} order by h.sent_at desc limit ${each})
        union all (${kept} and h.sent_at > ${moment} order by h.sent_at limit ${each})) x order by x.at, x.id`);
  }

  /** What was decided of an author's messages, newest first. */
  async verdicts(author: string): Promise<EarlierRow[]> {
    return this.database.rows<EarlierRow>(sql`
      select x.id, x.topic, x.text, x.verdict, x.rule, x.by_id, u.display_name as by_name, (extract(epoch from x.at) * 1000)::float8 as at_ms from (
        (select h.id, h.topic, h.body #>> '{message,text}' as text, h.state as verdict, h.rule, h.decided_by as by_id, h.settled_at as at
          from holds h where h.author_id = ${author}::uuid and h.settled_at is not null order by h.sent_at desc limit ${most.verdicts})
        union all
        (select e.id, e.topic, e.body #>> '{message,text}', 'retracted', e.rule, e.taken_by, e.taken_at
          from evidence e where e.author_id = ${author}::uuid and e.by_whom <> 'author' order by e.taken_at desc limit ${most.verdicts})) x
      left join users u on u.id = x.by_id order by x.at desc limit ${most.verdicts}`);
  }

  async author(author: string): Promise<AuthorRow | undefined> {
    const [row] = await this.database.rows<AuthorRow>(sql`
      select u.kind, (extract(epoch from u.created_at) * 1000)::float8 as since_ms,
        (select count(*)::int from (select 1 from topic_entries e where e.author_id = u.id and e.kind = 'message' limit ${most.counted}) x) as published,
        (select count(*)::int from evidence e where e.author_id = u.id and e.by_whom <> 'author' and e.overturned_at is null) as retracted
      from users u where u.id = ${author}::uuid`);
    return row;
  }

  /** Names that somebody has spoken under, other than the one they have now. */
  async formerNames(author: string): Promise<string[]> {
    const rows = await this.database.rows<{ name: string }>(sql`
      select x.name, max(x.at) as at from (
        (select e.body #>> '{message,author,name}' as name, e.at from topic_entries e
          where e.author_id = ${author}::uuid and e.kind = 'message' and e.retracted_at is null order by e.at desc limit 200)
        union all
        (select h.body #>> '{message,author,name}', h.sent_at from holds h where h.author_id = ${author}::uuid order by h.sent_at desc limit 50)) x
      where x.name <> (select u.display_name from users u where u.id = ${author}::uuid) group by x.name order by at desc limit ${most.names}`);
    return rows.map(({ name }) => name);
  }
}
