import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Database } from '../../../../platform/database/index.js';
import type { Within } from '../../scopes.js';
import { inScope } from '../queue.repository.js';
import type { Sum } from './figures.rules.js';

export type Waiting = { held: number; oldest_ms: number | null; busy_rooms: number };
export type Appeals = { decided: number; overturned: number };
/** Who has decided something lately, in how many rooms. */
export type AtWork = { id: string; rooms: number };

/** What the queue has done. Sums are kept by the store as things happen (`moderation_counts`); what waits is counted from its rows. */
@Injectable()
export class FiguresRepository {
  constructor(private readonly database: Database) {}

  async waiting(within: Within): Promise<Waiting> {
    const [row] = await this.database.rows<Waiting>(sql`
      with waiting as (select h.topic, h.sent_at from holds h where h.state = 'held' and h.due_at is null and ${inScope(within)}),
      lately as (select distinct h.topic from holds h
        where h.settled_at > now() - interval '10 minutes' and h.due_at is null and h.why <> 'refused' and ${inScope(within)})
      select count(*)::int as held, (extract(epoch from clock_timestamp() - min(w.sent_at)) * 1000)::float8 as oldest_ms,
        (select count(*)::int from (select topic from waiting union select topic from lately) x) as busy_rooms
      from waiting w`);
    return row ?? { held: 0, oldest_ms: null, busy_rooms: 0 };
  }

  /** What was added up of the hours since then, in a part of the country. */
  hours(within: Within, since: Date): Promise<Sum[]> {
    return this.sums('hour', since, placesOf(within));
  }

  /** What was added up of the days since then, everywhere. */
  days(since: Date): Promise<Sum[]> {
    return this.sums('day', since, placesOf(undefined));
  }

  /** Adds up the next of what has happened; answers how many. */
  async fold(most: number): Promise<number> {
    const [row] = await this.database.rows<{ folded: number }>(sql`select fold_moderation_changes(${most}::int) as folded`);
    return row?.folded ?? 0;
  }

  /** The embedded store has no autovacuum: what was added up would stand in the way of what comes. */
  async sweep(): Promise<void> {
    await this.database.rows(sql`vacuum moderation_changes`);
  }

  /** Hours that no figure reads any more; answers how many rows went. */
  async forgetHours(before: Date, most: number): Promise<number> {
    const gone = await this.database.rows(sql`
      delete from moderation_tallies t where t.ctid in (
        select x.ctid from moderation_tallies x where x.period = 'hour' and x.since < ${before.toISOString()}::timestamptz limit ${most})
      returning 1`);
    return gone.length;
  }

  async atWork(within: Within): Promise<AtWork[]> {
    return this.database.rows<AtWork>(sql`
      select h.decided_by as id, count(distinct h.topic)::int as rooms from holds h
      where h.settled_at > now() - interval '1 hour' and h.decided_by is not null and ${inScope(within)} group by h.decided_by`);
  }

  async namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.rows<{ id: string; name: string }>(
      sql`select u.id, u.display_name as name from users u where u.id = any(${sql.param(ids)}::uuid[])`,
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async appeals(hours: number): Promise<Appeals> {
    const [row] = await this.database.rows<Appeals>(sql`
      select count(*)::int as decided, count(*) filter (where a.state = 'overturned')::int as overturned
      from appeals a where a.state <> 'open' and a.heard_at > now() - ${hours} * interval '1 hour'`);
    return row ?? { decided: 0, overturned: 0 };
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

  private sums(period: 'hour' | 'day', since: Date, places: readonly string[]): Promise<Sum[]> {
    return this.database.rows<Sum>(sql`
      select t.kind, t.key, t.detail, t.bucket, sum(t.n)::float8 as n, sum(t.amount)::float8 as amount from moderation_counts t
      where t.period = ${period} and t.place = any(${sql.param(places)}::text[]) and t.kind = any('{outcome,load,rule,treated,mark}')
        and t.since >= ${since.toISOString()}::timestamptz group by t.kind, t.key, t.detail, t.bucket`);
  }

  /** When entries of a topic were said. */
  async saidAt(topic: string, seqs: readonly number[]): Promise<number[]> {
    const rows = await this.database.rows<{ at: number }>(
      sql`select (extract(epoch from clock_timestamp() - e.at))::float8 as at from topic_entries e where e.topic = ${topic} and e.seq = any(${sql.param(seqs)}::bigint[])`,
    );
    return rows.map(({ at }) => at);
  }
}

/** The sums of a whole country, or of the units and regions that somebody looks after: none lies in another of them. */
const placesOf = (within: Within): readonly string[] =>
  within ? [...within.scopes.map((scope) => scope.toUpperCase()), ...within.regions] : ['CN'];

const isConversation = sql.raw(`(t.topic like 'room:%' or t.topic like 'hashtag:%')`);
