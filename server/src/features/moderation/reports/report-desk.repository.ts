import { Injectable } from '@nestjs/common';
import type { HouseRule, ReportGroup, ReportReason } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { Database, type Transaction } from '../../../platform/database/index.js';

/** A group as one statement reads it. */
type GroupRow = {
  id: string;
  version: number;
  kind: 'message' | 'stream';
  target: string;
  topic: string | null;
  channel: string | null;
  session: string | null;
  region: string;
  seq: number | null;
  words: string;
  author: { id: string; name: string; region: string | null } | null;
  sentAt: string;
  gone: boolean;
  reporters: number;
  reasons: { reason: ReportReason; count: number }[];
  notes: string[];
  ofAuthor: number;
  risk: ReportGroup['risk'];
  firstAt: string;
  lastAt: string;
  state: ReportGroup['state'];
  decidedBy: { id: string; name: string } | null;
  decidedAt: string | null;
  rule: HouseRule | null;
};
/** A group, but for who watches: that the engine counts. */
export type DeskGroup = Omit<ReportGroup, 'viewers'>;
export type GroupQuery = {
  regions?: readonly string[];
  ids?: readonly string[];
  state?: ReportGroup['state'];
  skip: number;
  limit: number;
};

const groups = sql`
  select g.id, g.version, g.kind, g.target, g.topic, g.channel, g.session, g.region, g.seq, g.words, g.reporters, g.risk, g.state, g.rule,
    case when g.author_id is not null then jsonb_build_object('id', g.author_id, 'name', coalesce(a.display_name, g.author_name), 'region', g.author_region) end as author,
    g.sent_at as "sentAt", g.first_at as "firstAt", g.last_at as "lastAt", g.decided_at as "decidedAt",
    case when d.id is not null then jsonb_build_object('id', d.id, 'name', d.display_name) end as "decidedBy",
    exists (select 1 from topic_entries e where e.topic = g.topic and e.seq = g.seq and e.retracted_at is not null) as gone,
    (select jsonb_agg(jsonb_build_object('reason', r.reason, 'count', r.count) order by r.count desc, r.reason)
      from (select reason, count(*)::int as count from reports where group_id = g.id group by reason) r) as reasons,
    coalesce((select jsonb_agg(r.note order by r.at) from (select note, at from reports where group_id = g.id and note is not null and note <> '' order by at limit 5) r), '[]') as notes,
    (select count(*)::int from report_groups o where o.author_id = g.author_id and o.state = 'open' and o.id <> g.id) as "ofAuthor"
  from report_groups g left join users a on a.id = g.author_id left join users d on d.id = g.decided_by`;

/** Reports as moderators read and decide them. */
@Injectable()
export class ReportDeskRepository {
  constructor(private readonly database: Database) {}

  /** The gravest first, then those with most reporters, then the oldest; decided ones newest first. */
  async list({ regions, ids, state, skip, limit }: GroupQuery): Promise<DeskGroup[]> {
    const inRegions = regions ? sql`and g.region in (select jsonb_array_elements_text(${JSON.stringify(regions)}::jsonb))` : sql``;
    const these = ids ? sql`and g.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)` : sql``;
    const inState = state === undefined ? sql`` : sql`and g.state = ${state}`;
    const order =
      state === 'upheld' || state === 'dismissed'
        ? sql`g.decided_at desc, g.id`
        : sql`case g.risk when 'high' then 0 when 'medium' then 1 else 2 end, g.reporters desc, g.first_at, g.id`;
    const rows = await this.database.rows<GroupRow>(
      sql`${groups} where true ${inRegions} ${these} ${inState} order by ${order} limit ${limit} offset ${skip}`,
    );
    return rows.map(toGroup);
  }

  async countOpen(regions: readonly string[] | undefined): Promise<number> {
    const inRegions = regions ? sql`and region in (select jsonb_array_elements_text(${JSON.stringify(regions)}::jsonb))` : sql``;
    const [row] = await this.database.rows<{ count: number }>(
      sql`select count(*)::int as count from report_groups where state = 'open' ${inRegions}`,
    );
    return row?.count ?? 0;
  }

  async byId(id: string): Promise<DeskGroup | undefined> {
    const [row] = await this.database.rows<GroupRow>(sql`${groups} where g.id = ${id}::uuid`);
    return row && toGroup(row);
  }

  /** Decides one by compare-and-set, and answers who reported; nothing when somebody else was first. */
  async decide(
    tx: Transaction,
    { id, version, state, by, at, rule }: { id: string; version: number; state: string; by: string; at: Date; rule?: string },
  ): Promise<string[] | undefined> {
    const [decided] = await this.database.rows(
      sql`update report_groups set state = ${state}, version = version + 1, decided_by = ${by}::uuid, decided_at = ${at.toISOString()}::timestamptz, rule = ${rule ?? null}::text
        where id = ${id}::uuid and version = ${version} and state = 'open' returning id`,
      tx,
    );
    if (!decided) return undefined;
    const rows = await this.database.rows<{ user: string }>(sql`select user_id as user from reports where group_id = ${id}::uuid`, tx);
    return rows.map(({ user }) => user);
  }
}

function toGroup(row: GroupRow): DeskGroup {
  const { kind, target, words, topic, channel, session, author, seq, decidedBy, decidedAt, rule, sentAt, firstAt, lastAt, ...rest } = row;
  return {
    ...rest,
    target:
      kind === 'message'
        ? { kind, topic: topic ?? '', id: target }
        : { kind, channel: channel ?? target, ...(session !== null && { session }) },
    text: words,
    ...(topic !== null && { topic }),
    ...(channel !== null && { channel }),
    ...(author && { author: { id: author.id, name: author.name, ...(author.region !== null && { region: author.region }) } }),
    ...(seq !== null && { seq }),
    sentAt: new Date(sentAt).toISOString(),
    firstAt: new Date(firstAt).toISOString(),
    lastAt: new Date(lastAt).toISOString(),
    ...(decidedBy && decidedAt !== null && { decided: { by: decidedBy, at: new Date(decidedAt).toISOString(), ...(rule && { rule }) } }),
  };
}
