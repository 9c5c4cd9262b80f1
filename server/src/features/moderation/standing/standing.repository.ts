import { Injectable } from '@nestjs/common';
import type { OwnSanction, Outcome } from '@yunhui/contracts';
import { sql, type SQL } from 'drizzle-orm';
import { Database } from '../../../platform/database/index.js';
import type { InForce } from './standing.rules.js';

/** A new guest whose words somebody looks at first, in a scope, until a time. */
export type Watched = { user: string; scope: string; until: number };
/** One of somebody's own sanctions, as its row says it. */
export type OwnRow = Pick<OwnSanction, 'id' | 'kind' | 'rule'> & {
  scope: string;
  except: string[];
  at: number;
  until: number | null;
  appeal: 'open' | 'upheld' | 'overturned' | null;
};

const millis = (column: string) => sql.raw(`floor(extract(epoch from ${column}) * 1000)::float8`);

/** What holds for people, in Postgres. */
@Injectable()
export class StandingRepository {
  constructor(private readonly database: Database) {}

  /** Mutes and bans that have time left; of some people, or of all. */
  inForce(now: Date, users?: readonly string[]): Promise<InForce[]> {
    return this.database.rows<InForce>(sql`
      select s.id, s.kind, s.user_id as user, s.scope, s.rule, ${millis('s.until')} as until,
        coalesce((select jsonb_agg(d.sign_in_id) from sanction_devices d where d.sanction_id = s.id), '[]') as devices,
        coalesce((select jsonb_agg(e.region) from sanction_exceptions e where e.sanction_id = s.id), '[]') as except
      from sanctions s
      where s.ended_at is null and s.until > ${now.toISOString()}::timestamptz ${among('s.user_id', users)}`);
  }

  watched(now: Date, users?: readonly string[]): Promise<Watched[]> {
    return this.database.rows<Watched>(sql`
      select w.user_id as user, w.scope, ${millis('w.until')} as until from watched_guests w
      where w.until > ${now.toISOString()}::timestamptz ${among('w.user_id', users)}`);
  }

  /** Who has something to be told. */
  async awaiting(users?: readonly string[]): Promise<string[]> {
    const rows = await this.database.rows<{ user: string }>(
      sql`select distinct o.user_id as user from outcomes o where o.seen_at is null ${among('o.user_id', users)}`,
    );
    return rows.map(({ user }) => user);
  }

  /** What somebody has not seen, oldest first; a page is enough, for the next comes when it was seen. */
  async unseen(user: string): Promise<Outcome[]> {
    const rows = await this.database.rows<Outcome & { rule: Outcome['rule'] | null; reason: string | null }>(sql`
      select id, kind, result, rule, reason, ${millis('at')} as at from outcomes
      where user_id = ${user}::uuid and seen_at is null order by at, id limit 20`);
    return rows.map(({ rule, reason, ...row }) => ({ ...row, ...(rule && { rule }), ...(reason && { reason }) }));
  }

  async seen(user: string, ids: readonly string[], at: Date): Promise<void> {
    await this.database.rows(sql`
      update outcomes set seen_at = ${at.toISOString()}::timestamptz
      where user_id = ${user}::uuid and seen_at is null and id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`);
  }

  /** Somebody's own of the last month that did not turn out to be wrong, newest first, with what became of an appeal. */
  own(user: string, signIn: string | undefined, now: Date): Promise<OwnRow[]> {
    return this.database.rows<OwnRow>(sql`
      select s.id, s.kind, s.rule, s.scope, ${millis('s.at')} as at, ${millis('s.until')} as until, a.state as appeal,
        coalesce((select jsonb_agg(e.region) from sanction_exceptions e where e.sanction_id = s.id), '[]') as except
      from sanctions s left join appeals a on a.kind = 'sanction' and a.target = s.id
      where s.ended_at is null and s.at > ${now.toISOString()}::timestamptz - interval '30 days' and (s.user_id = ${user}::uuid
        or (s.until > ${now.toISOString()}::timestamptz and exists (
          select 1 from sanction_devices d where d.sanction_id = s.id and d.sign_in_id = ${signIn ?? null}::uuid)))
      order by s.at desc limit 20`);
  }
}

function among(column: string, users: readonly string[] | undefined): SQL {
  if (!users) return sql``;
  return sql`and ${sql.raw(column)} in (select jsonb_array_elements_text(${JSON.stringify(users)}::jsonb)::uuid)`;
}
