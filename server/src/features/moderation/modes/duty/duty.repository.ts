import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Database, type Transaction } from '../../../../platform/database/index.js';

/** One worker at a time acts on what is due, whichever process it is in. */
const dutyLock = 7_261_938;

/** What the database's clock says of the plan: the moment, and whether a duty or a shield has run out. */
export type DueLook = { atMs: number; isNight: boolean; isDue: boolean };

/** Who looks after which scope. Its times are the database's. */
@Injectable()
export class DutyRepository {
  constructor(private readonly database: Database) {}

  /** Whether anybody has ever been counted on for a scope. */
  async isCounted(tx: Transaction, scope: string): Promise<boolean> {
    return (await this.database.rows(sql`select 1 from duties where scope = ${scope}`, tx)).length > 0;
  }

  /** A sign of life for scopes that are attended. Answers which were. */
  async extend(scopes: readonly string[], minutes: number): Promise<string[]> {
    const rows = await this.database.rows<{ scope: string }>(
      sql`update duties set until = greatest(until, clock_timestamp() + ${minutes}::int * interval '1 minute')
        where attended and scope = any(${sql.param(scopes)}::text[]) returning scope`,
    );
    return rows.map(({ scope }) => scope);
  }

  /** Somebody comes on duty where nobody was. Answers the scopes for which that is so. */
  async attend(tx: Transaction, version: number, { scopes, minutes }: { scopes: readonly string[]; minutes: number }): Promise<string[]> {
    const rows = await this.database.rows<{ scope: string }>(
      sql`insert into duties (scope, version, attended, until)
        select scope, ${version}::int, true, clock_timestamp() + ${minutes}::int * interval '1 minute' from unnest(${sql.param(scopes)}::text[]) scope
        on conflict (scope) do update set version = excluded.version, attended = true, until = excluded.until where not duties.attended
        returning scope`,
      tx,
    );
    return rows.map(({ scope }) => scope);
  }

  /** Scopes whose last sign of life is too long ago: nobody looks after them from now on. */
  async leaveDue(tx: Transaction, version: number): Promise<string[]> {
    const rows = await this.database.rows<{ scope: string }>(
      sql`update duties set attended = false, version = ${version}::int where attended and until <= clock_timestamp() returning scope`,
      tx,
    );
    return rows.map(({ scope }) => scope);
  }

  async turnNight(tx: Transaction, version: number, isNight: boolean): Promise<void> {
    await this.database.rows(sql`update mode_head set is_night = ${isNight}, night_version = ${version}::int`, tx);
  }

  /** Until when all of these scopes count as attended. */
  async untilMs(scopes: readonly string[]): Promise<number> {
    const [row] = await this.database.rows<{ ms: number | null }>(
      sql`select floor(extract(epoch from min(until)) * 1000)::float8 as ms from duties where scope = any(${sql.param(scopes)}::text[])`,
    );
    return row?.ms ?? 0;
  }

  async look(on: Transaction | Database['drizzle'] = this.database.drizzle): Promise<DueLook> {
    const [row] = await this.database.rows<DueLook>(
      sql`select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as "atMs", is_night as "isNight",
        exists (select 1 from duties where attended and until <= clock_timestamp())
          or exists (select 1 from shields where mode is not null and until <= clock_timestamp()) as "isDue"
        from mode_head`,
      on,
    );
    if (!row) throw new Error('the head of the modes is missing');
    return row;
  }

  /** Whether this transaction is the one that acts. */
  async takeTurn(tx: Transaction): Promise<boolean> {
    const [lock] = await this.database.rows<{ ours: boolean }>(sql`select pg_try_advisory_xact_lock(${dutyLock}) as ours`, tx);
    return lock?.ours ?? false;
  }
}
