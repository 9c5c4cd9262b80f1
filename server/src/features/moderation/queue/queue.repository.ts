import { Injectable } from '@nestjs/common';
import type { QueueFilter } from '@yunhui/contracts';
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { Database } from '../../../platform/database/index.js';
import type { Within } from '../scopes.js';
import type { ItemRow } from './item-row.js';

/** Where a page of the queue ended: the last item's place, by the time at which the first page was read. */
export const QueuePlace = z.object({ at: z.number(), score: z.number(), sentUs: z.number(), id: z.uuid() });
export type QueuePlace = z.infer<typeof QueuePlace>;
export type QueueQuery = {
  within: Within;
  filter: QueueFilter;
  /** What the words or the name contain. */
  q?: string;
  topic?: string;
  /** Of `mine`: what one has claimed. */
  ids?: readonly string[];
  viewers: ReadonlyMap<string, number>;
  at: number;
  cursor?: QueuePlace;
  most: number;
};
export type QueueCounts = {
  all: number;
  high: number;
  chat: number;
  question: number;
  danmaku: number;
  delayed: number;
  oldestAt?: number;
};

/** Of `holds h`, its author `u` and whoever decided it, `d`. */
const itemColumns =
  sql.raw(`h.id, h.version, h.topic, named_now(h.topic, h.author_id, h.body, h.sent_at) as body, h.why, h.state, h.scope, h.region, h.review, h.burst, h.masked, h.rule,
  (extract(epoch from h.sent_at) * 1000)::float8 as sent_ms, (extract(epoch from h.due_at) * 1000)::float8 as due_ms,
  (extract(epoch from h.expires_at) * 1000)::float8 as expires_ms, (extract(epoch from h.settled_at) * 1000)::float8 as settled_ms,
  h.undone_at is not null as undone, h.author_id, u.kind as author_kind, (extract(epoch from u.created_at) * 1000)::float8 as since_ms,
  coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'region', r.region)) from grants r where r.user_id = h.author_id), '[]') as author_grants,
  h.decided_by, d.display_name as decider`);

/** The queue's place in `queue.rules.ts` as the store computes it, so that a page of the many is read in order. */
const scoreSql = (at: number): SQL =>
  sql`(g.worst * 100 + 20 * log((1 + coalesce(v.n, 0))::float8) + 10 * ln(1 + greatest(0, ${at}::float8 - g.sent_ms) / 10000) / ln(2::float8))::float8`;

/** Held messages as moderators read them. A burst is its first message, with the others counted. */
@Injectable()
export class QueueRepository {
  constructor(private readonly database: Database) {}

  /** Topics in which something waits, and the store's time. */
  async waiting(within: Within): Promise<{ topics: string[]; at: number }> {
    const [row] = await this.database.rows<{ topics: string[] | null; at: number }>(sql`
      select (select jsonb_agg(distinct h.topic) from holds h where h.state = 'held' and ${inScope(within)}) as topics,
        (extract(epoch from clock_timestamp()) * 1000)::float8 as at`);
    return { topics: row?.topics ?? [], at: row?.at ?? 0 };
  }

  /** What waits, oldest first. */
  async waitingIds(within: Within, most: number): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`select h.id from holds h where h.state = 'held' and ${inScope(within)} order by h.sent_at limit ${most}`,
    );
    return rows.map(({ id }) => id);
  }

  /** A page in the queue's order. */
  async page({ within, viewers, at, cursor, most, ...query }: QueueQuery): Promise<ItemRow[]> {
    const after = cursor
      ? sql`(s.score < ${cursor.score} or s.score = ${cursor.score} and (s.sent_us, s.id) > (${cursor.sentUs}::bigint, ${cursor.id}::uuid))`
      : sql`true`;
    return this.database.rows<ItemRow>(sql`
      with ${seen(viewers)},
      g as (
        select h.id, h.topic, h.body, extract(epoch from h.sent_at) * 1000 as sent_ms, (extract(epoch from h.sent_at) * 1000000)::bigint as sent_us,
          row_number() over (partition by coalesce(h.burst, h.id::text) order by h.sent_at, h.id) as place,
          count(*) over (partition by coalesce(h.burst, h.id::text))::int as size,
          max(h.level) over (partition by coalesce(h.burst, h.id::text)) as worst, h.burst
        from holds h where h.state = 'held' and ${waits(query.filter)} and ${inScope(within)} and ${inTopic(query.topic)}),
      s as (
        select g.id, g.size, g.worst, g.sent_us, ${scoreSql(at)} as score
        from g left join seen v on v.topic = g.topic where g.place = 1 and ${wanted(query)} and ${containing(query.q)})
      select ${itemColumns}, s.size, s.worst, s.score, s.sent_us::float8 as sent_us
      from s join holds h on h.id = s.id left join users u on u.id = h.author_id left join users d on d.id = h.decided_by
      where ${after} order by s.score desc, s.sent_us, s.id limit ${most}`);
  }

  /** Those of these ids that lie within, decided ones too; one within a burst that still waits is answered by the burst's first. */
  async these(ids: readonly string[], within: Within): Promise<ItemRow[]> {
    return this.database.rows<ItemRow>(sql`
      with asked as (select h.id, h.burst, h.state from holds h where h.id = any(${sql.param(ids)}::uuid[]) and ${inScope(within)}),
      shown as (
        select a.id from asked a where a.burst is null or a.state <> 'held'
        union
        select (select h.id from holds h where h.burst = b.burst and h.state = 'held' order by h.sent_at, h.id limit 1)
        from (select distinct a.burst from asked a where a.burst is not null and a.state = 'held') b)
      select ${itemColumns}, ${burstSize} as size, ${burstLevel} as worst
      from shown s join holds h on h.id = s.id left join users u on u.id = h.author_id left join users d on d.id = h.decided_by`);
  }

  /** One, whether it waits or not. */
  async one(id: string): Promise<ItemRow | undefined> {
    const [row] = await this.database.rows<ItemRow>(sql`
      select ${itemColumns}, ${burstSize} as size, ${burstLevel} as worst
      from holds h left join users u on u.id = h.author_id left join users d on d.id = h.decided_by where h.id = ${id}::uuid`);
    return row;
  }

  /** What was decided in the last hour, newest first; not what screening refused, which nobody looked at. */
  async decided(within: Within, most: number): Promise<ItemRow[]> {
    return this.database.rows<ItemRow>(sql`
      select ${itemColumns}, 1 as size, h.level as worst
      from holds h left join users u on u.id = h.author_id left join users d on d.id = h.decided_by
      where h.settled_at > now() - interval '1 hour' and h.state <> 'held' and h.why <> 'refused' and ${inScope(within)}
      order by h.settled_at desc, h.id limit ${most}`);
  }

  /** What waits, by kind; a burst counts once. */
  async counts(within: Within): Promise<QueueCounts> {
    const [row] = await this.database.rows<Omit<QueueCounts, 'oldestAt'> & { oldest: number | null }>(sql`
      select count(*) filter (where due_at is null)::int as all, count(*) filter (where due_at is null and worst >= 3)::int as high,
        count(*) filter (where due_at is null and said = 'chat')::int as chat, count(*) filter (where due_at is null and said = 'question')::int as question,
        count(*) filter (where due_at is null and said = 'danmaku')::int as danmaku, count(*) filter (where due_at is not null)::int as delayed,
        (extract(epoch from min(sent_at) filter (where due_at is null)) * 1000)::float8 as oldest
      from (select min(h.sent_at) as sent_at, min(h.due_at) as due_at, max(h.level) as worst, min(h.body #>> '{message,kind}') as said
        from holds h where h.state = 'held' and ${inScope(within)} group by coalesce(h.burst, h.id::text)) x`);
    const { oldest, ...counts } = row ?? { all: 0, high: 0, chat: 0, question: 0, danmaku: 0, delayed: 0, oldest: null };
    return { ...counts, ...(oldest !== null && { oldestAt: oldest }) };
  }
}

const burstSize = sql.raw(`(case when h.burst is null or h.state <> 'held' then 1
  else (select count(*)::int from holds x where x.burst = h.burst and x.state = 'held') end)`);
const burstLevel = sql.raw(`(case when h.burst is null or h.state <> 'held' then h.level
  else (select max(x.level) from holds x where x.burst = h.burst and x.state = 'held') end)`);

/** How many watch each topic, as the nodes count them. */
const seen = (viewers: ReadonlyMap<string, number>): SQL =>
  sql`seen as (select x.key as topic, x.value::float8 as n from jsonb_each_text(${JSON.stringify(Object.fromEntries(viewers))}::jsonb) x)`;

export function inScope(within: Within): SQL {
  if (!within) return sql`true`;
  return sql`(h.scope = any(${sql.param(within.scopes)}::text[]) or h.region = any(${sql.param(within.regions)}::text[]))`;
}

const inTopic = (topic: string | undefined): SQL => (topic === undefined ? sql`true` : sql`h.topic = ${topic}`);

/** A delayed message appears by itself: nobody has to decide it. */
const waits = (filter: QueueFilter): SQL => (filter === 'delayed' ? sql`h.due_at is not null` : sql`h.due_at is null`);

function wanted({ filter, ids }: Pick<QueueQuery, 'filter' | 'ids'>): SQL {
  if (filter === 'high') return sql`g.worst >= 3`;
  if (filter === 'burst') return sql`g.burst is not null`;
  if (filter === 'mine') return sql`g.id = any(${sql.param(ids ?? [])}::uuid[])`;
  if (filter === 'chat' || filter === 'question' || filter === 'danmaku') return sql`g.body #>> '{message,kind}' = ${filter}`;
  return sql`true`;
}

/** What contains the words as they are: `%` and `_` mean themselves. */
function containing(q: string | undefined): SQL {
  if (!q) return sql`true`;
  const like = `%${q.replace(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql`(g.body #>> '{message,text}' ilike ${like} or g.body #>> '{message,author,name}' ilike ${like})`;
}
