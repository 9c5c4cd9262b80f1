import { Injectable } from '@nestjs/common';
import type { RulePrecision } from '@yunhui/contracts';
import { type SQL, sql } from 'drizzle-orm';
import { Database } from '../../../../platform/database/index.js';
import type { Within } from '../../scopes.js';
import { inScope } from '../queue.repository.js';

/** What became of held messages that were settled in a time. Times from sending to the verdict, of those that somebody decided. */
export type Outcomes = {
  passed: number;
  rejected: number;
  expired: number;
  withdrawn: number;
  p50_ms: number | null;
  p95_ms: number | null;
};
export type Waiting = { held: number; oldest_ms: number | null; busy_rooms: number };
export type Marks = { collisions: number; undone: number; retracted: number; viewer_seconds: number };
export type LoadRow = { id: string; name: string | null; decided: number; p50_ms: number | null; rooms: number };
export type Appeals = { decided: number; overturned: number };

const took = sql.raw('extract(epoch from h.settled_at - h.sent_at) * 1000');
const median = (at: number): SQL =>
  sql`(percentile_cont(${at}::float8) within group (order by ${took}) filter (where h.decided_by is not null))::float8`;

/** What the queue has done, counted from its rows. */
@Injectable()
export class FiguresRepository {
  constructor(private readonly database: Database) {}

  async waiting(within: Within): Promise<Waiting> {
    const [row] = await this.database.rows<Waiting>(sql`
      select count(*) filter (where h.state = 'held')::int as held,
        (extract(epoch from clock_timestamp() - min(h.sent_at) filter (where h.state = 'held')) * 1000)::float8 as oldest_ms,
        count(distinct h.topic)::int as busy_rooms
      from holds h where h.due_at is null and (h.state = 'held' or h.settled_at > clock_timestamp() - interval '10 minutes') and ${inScope(within)}`);
    return row ?? { held: 0, oldest_ms: null, busy_rooms: 0 };
  }

  async outcomes(within: Within, hours: number): Promise<Outcomes> {
    const [row] = await this.database.rows<Outcomes>(sql`
      select count(*) filter (where h.state = 'passed')::int as passed, count(*) filter (where h.state = 'rejected')::int as rejected,
        count(*) filter (where h.state = 'expired')::int as expired, count(*) filter (where h.state = 'withdrawn')::int as withdrawn,
        ${median(0.5)} as p50_ms, ${median(0.95)} as p95_ms
      from holds h where ${settledWithin(hours)} and h.due_at is null and ${inScope(within)}`);
    return row ?? { passed: 0, rejected: 0, expired: 0, withdrawn: 0, p50_ms: null, p95_ms: null };
  }

  /** Of what each rule held, how much somebody decided, and rejected. A message counts once for a rule. */
  async rules(within: Within, hours: number, most: number): Promise<RulePrecision[]> {
    return this.database.rows<RulePrecision>(sql`
      select f.rule, min(f.category) as category, count(*)::int as decided, count(*) filter (where f.state = 'rejected')::int as rejected from (
        select distinct h.id, h.state, x->>'rule' as rule, x->>'category' as category
        from holds h cross join lateral jsonb_array_elements(h.review->'findings') x
        where ${settledWithin(hours)} and h.decided_by is not null and ${inScope(within)}) f
      group by f.rule order by count(*) desc, f.rule limit ${most}`);
  }

  async marks(within: Within, hours: number): Promise<Marks> {
    const inScopes = within ? sql`m.scope = any(${sql.param(within.scopes)}::text[])` : sql`true`;
    const [row] = await this.database.rows<Marks>(sql`
      select count(*) filter (where m.kind = 'collision')::int as collisions, count(*) filter (where m.kind = 'undo')::int as undone,
        count(*) filter (where m.kind = 'exposure')::int as retracted, coalesce(sum(m.amount) filter (where m.kind = 'exposure'), 0)::float8 as viewer_seconds
      from moderation_marks m where m.at > clock_timestamp() - ${hours} * interval '1 hour' and ${inScopes}`);
    return row ?? { collisions: 0, undone: 0, retracted: 0, viewer_seconds: 0 };
  }

  /** Who decided how much, busiest first. */
  async loads(within: Within, hours: number): Promise<LoadRow[]> {
    return this.database.rows<LoadRow>(sql`
      select h.decided_by as id, min(u.display_name) as name, count(*)::int as decided, ${median(0.5)} as p50_ms,
        count(distinct h.topic) filter (where h.settled_at > clock_timestamp() - interval '1 hour')::int as rooms
      from holds h left join users u on u.id = h.decided_by
      where ${settledWithin(hours)} and h.decided_by is not null and ${inScope(within)}
      group by h.decided_by order by count(*) desc, h.decided_by limit 200`);
  }

  async appeals(hours: number): Promise<Appeals> {
    const [row] = await this.database.rows<Appeals>(sql`
      select count(*)::int as decided, count(*) filter (where a.state = 'overturned')::int as overturned
      from appeals a where a.state <> 'open' and a.heard_at > clock_timestamp() - ${hours} * interval '1 hour'`);
    return row ?? { decided: 0, overturned: 0 };
  }

  /** What was rejected or retracted, by the rule that its sender was told. */
  async treated(hours: number, most: number): Promise<{ rule: string; messages: number }[]> {
    return this.database.rows<{ rule: string; messages: number }>(sql`
      select x.rule, count(*)::int as messages from (
        select coalesce(h.rule, 'other') as rule from holds h where ${settledWithin(hours)} and h.state = 'rejected'
        union all
        select coalesce(e.rule, 'other') from evidence e where e.by_whom <> 'author' and e.taken_at > clock_timestamp() - ${hours} * interval '1 hour') x
      group by x.rule order by count(*) desc, x.rule limit ${most}`);
  }

  /** How many entries the conversations have had since a day whose beginning was noted, and that day: the oldest within `days`. */
  async published(days: number): Promise<{ entries: number; since: number | null }> {
    const [row] = await this.database.rows<{ entries: number; since: number | null }>(sql`
      select (n.entries - coalesce(d.entries, n.entries))::float8 as entries, (extract(epoch from d.at) * 1000)::float8 as since
      from (select coalesce(sum(t.seq), 0) as entries from topics t where ${isConversation}) n
      left join lateral (select x.* from entry_days x where x.at > clock_timestamp() - ${days} * interval '1 day' order by x.at limit 1) d on true`);
    return row ?? { entries: 0, since: null };
  }

  /** Notes where the conversations stand, once a day. */
  async noteDay(): Promise<void> {
    await this.database.rows(sql`
      insert into entry_days (day, entries) select (clock_timestamp() at time zone 'Asia/Shanghai')::date, coalesce(sum(t.seq), 0)
      from topics t where ${isConversation} on conflict (day) do nothing`);
  }

  /** When entries of a topic were said. */
  async saidAt(topic: string, seqs: readonly number[]): Promise<number[]> {
    const rows = await this.database.rows<{ at: number }>(
      sql`select (extract(epoch from clock_timestamp() - e.at))::float8 as at from topic_entries e where e.topic = ${topic} and e.seq = any(${sql.param(seqs)}::bigint[])`,
    );
    return rows.map(({ at }) => at);
  }
}

const isConversation = sql.raw(`(t.topic like 'room:%' or t.topic like 'hashtag:%')`);
const settledWithin = (hours: number): SQL => sql`h.settled_at > clock_timestamp() - ${hours} * interval '1 hour'`;
