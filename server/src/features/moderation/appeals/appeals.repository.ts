import { Injectable } from '@nestjs/common';
import type { AppealTarget, OwnAppeal } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { Database, type Transaction } from '../../../platform/database/index.js';

/** What one appeals against, as it was decided: kept with the appeal, so that it can be heard when the rest is gone. */
export type Appealable = {
  what: 'rejected' | 'retracted' | 'warn' | 'mute' | 'ban';
  topic: string | null;
  scope: string | null;
  texts: string[];
  rule: string | null;
  decidedBy: string | null;
  decidedAt: string;
};
/** An appeal as one statement reads it. */
export type AppealRow = {
  id: string;
  version: number;
  kind: AppealTarget['kind'];
  target: string;
  what: Appealable['what'];
  person: { id: string; name: string };
  region: string;
  topic: string | null;
  texts: string[];
  rule: string | null;
  decidedBy: { id: string; name: string } | null;
  decidedAt: string;
  words: string;
  at: string;
  state: 'open' | 'upheld' | 'overturned';
  heardBy: { id: string; name: string } | null;
  heardAt: string | null;
  reason: string | null;
};
export type AppealQuery = {
  regions?: readonly string[];
  state: AppealRow['state'];
  after?: { at: string; id: string };
  limit: number;
};

const appeals = sql`
  select a.id, a.version, a.kind, a.target, a.what, a.region, a.topic, a.texts, a.rule, a.decided_at as "decidedAt", a.words, a.at, a.state,
    a.heard_at as "heardAt", a.reason, jsonb_build_object('id', p.id, 'name', p.display_name) as person,
    case when d.id is not null then jsonb_build_object('id', d.id, 'name', d.display_name) end as "decidedBy",
    case when h.id is not null then jsonb_build_object('id', h.id, 'name', h.display_name) end as "heardBy"
  from appeals a join users p on p.id = a.user_id left join users d on d.id = a.decided_by left join users h on h.id = a.heard_by`;

/** Appeals in Postgres. */
@Injectable()
export class AppealsRepository {
  constructor(private readonly database: Database) {}

  /** One's own message that was rejected while it was held, or taken back by somebody else. */
  async message(user: string, id: string): Promise<Appealable | undefined> {
    const [row] = await this.database.rows<Appealable>(sql`
      select 'retracted' as what, v.topic, null as scope, jsonb_build_array(v.body #>> '{message,text}') as texts, v.rule,
        v.taken_by as "decidedBy", v.taken_at as "decidedAt"
      from evidence v where v.id = ${id}::uuid and v.author_id = ${user}::uuid and v.by_whom <> 'author'
      union all
      select 'rejected', h.topic, null, jsonb_build_array(h.body #>> '{message,text}'), h.rule, h.decided_by, h.settled_at
      from holds h where h.id = ${id}::uuid and h.author_id = ${user}::uuid and h.state = 'rejected'`);
    return row;
  }

  /** A sanction against oneself that was not taken back already. */
  async sanction(user: string, id: string): Promise<Appealable | undefined> {
    const [row] = await this.database.rows<Appealable>(sql`
      select s.kind as what, null as topic, s.scope, s.rule, s.by_id as "decidedBy", s.at as "decidedAt",
        coalesce((select jsonb_agg(w.words order by w.at) from sanction_words w where w.sanction_id = s.id), '[]') as texts
      from sanctions s where s.id = ${id}::uuid and s.user_id = ${user}::uuid and s.ended_as is null`);
    return row;
  }

  /** False: it was appealed against before. */
  async add(
    tx: Transaction,
    {
      id,
      of,
      user,
      region,
      words,
      at,
      about,
    }: { id: string; of: AppealTarget; user: string; region: string; words: string; at: Date; about: Appealable },
  ): Promise<boolean> {
    const { what, topic, texts, rule, decidedBy, decidedAt } = about;
    const rows = await this.database.rows(
      sql`insert into appeals (id, kind, target, what, user_id, region, topic, texts, rule, decided_by, decided_at, words, at)
        values (${id}::uuid, ${of.kind}, ${of.id}::uuid, ${what}, ${user}::uuid, ${region}, ${topic}::text, ${JSON.stringify(texts)}::jsonb, ${rule}::text,
          ${decidedBy}::uuid, ${decidedAt}::timestamptz, ${words}, ${at.toISOString()}::timestamptz)
        on conflict (kind, target) do nothing returning id`,
      tx,
    );
    return rows.length > 0;
  }

  async own(user: string): Promise<OwnAppeal[]> {
    const rows = await this.database.rows<AppealRow>(sql`${appeals} where a.user_id = ${user}::uuid order by a.at desc, a.id limit 50`);
    return rows.map(({ id, kind, target, words, at, state, reason }) => ({
      id,
      of: { kind, id: target },
      words,
      at: new Date(at).toISOString(),
      state,
      ...(reason !== null && { reason }),
    }));
  }

  /** Open ones oldest first, heard ones newest first. */
  list({ regions, state, after, limit }: AppealQuery): Promise<AppealRow[]> {
    const inRegions = regions ? sql`and a.region in (select jsonb_array_elements_text(${JSON.stringify(regions)}::jsonb))` : sql``;
    const isOpen = state === 'open';
    const beyond = isOpen ? sql`>` : sql`<`;
    const from = after ? sql`and (a.at, a.id) ${beyond} (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
    const order = isOpen ? sql`a.at, a.id` : sql`a.at desc, a.id desc`;
    return this.database.rows<AppealRow>(sql`${appeals} where a.state = ${state} ${inRegions} ${from} order by ${order} limit ${limit}`);
  }

  async countOpen(regions: readonly string[] | undefined): Promise<number> {
    const inRegions = regions ? sql`and region in (select jsonb_array_elements_text(${JSON.stringify(regions)}::jsonb))` : sql``;
    const [row] = await this.database.rows<{ count: number }>(
      sql`select count(*)::int as count from appeals where state = 'open' ${inRegions}`,
    );
    return row?.count ?? 0;
  }

  async byId(id: string): Promise<AppealRow | undefined> {
    const [row] = await this.database.rows<AppealRow>(sql`${appeals} where a.id = ${id}::uuid`);
    return row;
  }

  /** Decides one by compare-and-set. False: somebody else was first. */
  async hear(
    tx: Transaction,
    { id, version, state, by, at, reason }: { id: string; version: number; state: string; by: string; at: Date; reason: string },
  ): Promise<boolean> {
    const rows = await this.database.rows(
      sql`update appeals set state = ${state}, version = version + 1, heard_by = ${by}::uuid, heard_at = ${at.toISOString()}::timestamptz, reason = ${reason}
        where id = ${id}::uuid and version = ${version} and state = 'open' returning id`,
      tx,
    );
    return rows.length > 0;
  }

  /** Taking it back was wrong: it counts against its author no more. The words do not come back by themselves: the talk has gone on. */
  async clear(tx: Transaction, messageId: string, at: Date): Promise<void> {
    await tx.execute(sql`update evidence set overturned_at = ${at.toISOString()}::timestamptz where id = ${messageId}::uuid`);
  }

  /** A rejected message may be published after all; answers what is to be appended, in the same transaction. */
  async reopen(
    tx: Transaction,
    messageId: string,
  ): Promise<{ id: string; topic: string; author: string; kind: string; body: Record<string, unknown> } | undefined> {
    const [row] = await this.database.rows<{ id: string; topic: string; author: string; kind: string; body: Record<string, unknown> }>(
      sql`update holds set state = 'passed', version = version + 1 where id = ${messageId}::uuid and state = 'rejected'
        returning id, topic, author_id as author, kind, named_now(topic, author_id, body, sent_at) as body`,
      tx,
    );
    return row;
  }
}
