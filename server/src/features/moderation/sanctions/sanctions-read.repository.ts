import { Injectable } from '@nestjs/common';
import type { Grant, SanctionState } from '@yunhui/contracts';
import { type SQL, sql } from 'drizzle-orm';
import { Database, type Transaction } from '../../../platform/database/index.js';
import type { SanctionRow } from './sanction-row.js';

/** Somebody as acting on them needs to know them. */
export type PersonRow = {
  id: string;
  name: string;
  kind: 'guest' | 'account';
  sample: boolean;
  since: string;
  grants: Grant[];
};
/** Which to list: those in regions (all, when left out), of a person, in a state; newest first, after a place. */
export type SanctionQuery = {
  regions?: readonly string[];
  user?: string;
  state?: SanctionState;
  after?: { at: string; id: string };
  now: Date;
  limit: number;
};

const columns = sql`
  s.id, s.version, s.kind, s.scope, s.rule, s.note, s.strike, s.at, s.until, s.hide_minutes as "hideMinutes", s.hidden,
  s.ended_at as "endedAt", s.ended_as as "endedAs", s.ended_reason as "endedReason",
  jsonb_build_object('id', u.id, 'name', u.display_name) as user,
  case when b.id is not null then jsonb_build_object('id', b.id, 'name', b.display_name) end as by,
  case when e.id is not null then jsonb_build_object('id', e.id, 'name', e.display_name) end as "endedBy",
  coalesce((select jsonb_agg(x.region order by x.region) from sanction_exceptions x where x.sanction_id = s.id), '[]') as except,
  coalesce((select jsonb_agg(jsonb_build_object('topic', w.topic, 'id', w.message_id, 'text', w.words, 'at', w.at) order by w.at)
    from sanction_words w where w.sanction_id = s.id), '[]') as evidence`;
const joined = sql`sanctions s join users u on u.id = s.user_id left join users b on b.id = s.by_id left join users e on e.id = s.ended_by`;

/** What was done about people, to be read. */
@Injectable()
export class SanctionsReadRepository {
  constructor(private readonly database: Database) {}

  async byId(id: string, on?: Transaction): Promise<SanctionRow | undefined> {
    const [row] = await this.database.rows<SanctionRow>(sql`select ${columns} from ${joined} where s.id = ${id}::uuid`, on);
    return row;
  }

  list({ regions, user, state, after, now, limit }: SanctionQuery): Promise<SanctionRow[]> {
    const inRegions = regions ? sql`and s.scope in (select jsonb_array_elements_text(${JSON.stringify(regions)}::jsonb))` : sql``;
    const ofUser = user === undefined ? sql`` : sql`and s.user_id = ${user}::uuid`;
    const from = after ? sql`and (s.at, s.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
    return this.database.rows<SanctionRow>(sql`
      select ${columns} from ${joined} where true ${inRegions} ${ofUser} ${inState(state, now)} ${from}
      order by s.at desc, s.id desc limit ${limit}`);
  }

  async person(id: string, on?: Transaction): Promise<PersonRow | undefined> {
    const [row] = await this.database.rows<PersonRow>(
      sql`
      select u.id, u.display_name as name, u.kind, u.sample, u.created_at as since,
        coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'region', g.region)) from grants g where g.user_id = u.id), '[]') as grants
      from users u where u.id = ${id}::uuid`,
      on,
    );
    return row;
  }

  /** The people who said these, with what they may do. */
  authors(topic: string, seqs: readonly number[]): Promise<Pick<PersonRow, 'id' | 'grants'>[]> {
    return this.database.rows(sql`
      select u.id, coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'region', g.region)) from grants g where g.user_id = u.id), '[]') as grants
      from users u where u.id in (
        select e.author_id from topic_entries e
        where e.topic = ${topic} and e.seq in (select jsonb_array_elements_text(${JSON.stringify(seqs)}::jsonb)::bigint))`);
  }

  /** How many counted since a time. */
  async strikes(user: string, since: Date, on?: Transaction): Promise<number> {
    const [row] = await this.database.rows<{ count: number }>(
      sql`select count(*)::int as count from sanctions where user_id = ${user}::uuid and ended_as is null and at > ${since.toISOString()}::timestamptz`,
      on,
    );
    return row?.count ?? 0;
  }

  /** What else moderators should know of a person: words taken from them since a time, and how reports about them ended. */
  async figures(user: string, since: Date): Promise<{ retracted: number; open: number; upheld: number; dismissed: number }> {
    const [row] = await this.database.rows<{ retracted: number; open: number; upheld: number; dismissed: number }>(sql`
      select
        (select count(*)::int from evidence v where v.author_id = ${user}::uuid and v.by_whom <> 'author' and v.overturned_at is null
          and v.taken_at > ${since.toISOString()}::timestamptz) as retracted,
        (select count(*)::int from report_groups g where g.author_id = ${user}::uuid and g.state = 'open') as open,
        (select count(*)::int from report_groups g where g.author_id = ${user}::uuid and g.state = 'upheld') as upheld,
        (select count(*)::int from report_groups g where g.author_id = ${user}::uuid and g.state = 'dismissed') as dismissed`);
    return row ?? { retracted: 0, open: 0, upheld: 0, dismissed: 0 };
  }
}

function inState(state: SanctionState | undefined, now: Date): SQL {
  const at = sql`${now.toISOString()}::timestamptz`;
  if (state === undefined) return sql``;
  if (state === 'active') return sql`and s.ended_as is null and s.until > ${at}`;
  if (state === 'over') return sql`and s.ended_as is null and (s.until is null or s.until <= ${at})`;
  return sql`and s.ended_as = ${state}`;
}
