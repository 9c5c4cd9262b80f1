import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Revocations } from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';

/** Where banned people came from, and new guests from there. An address is nowhere in it. */
@Injectable()
export class MarksRepository {
  constructor(
    private readonly database: Database,
    private readonly revocations: Revocations,
  ) {}

  async keep(mark: string, scope: string, until: Date, now: Date): Promise<void> {
    await this.database.rows(sql`delete from ban_marks where until <= ${now.toISOString()}::timestamptz`);
    await this.database.rows(sql`
      insert into ban_marks (mark, scope, until) values (${mark}, ${scope}, ${until.toISOString()}::timestamptz)
      on conflict (mark, scope) do update set until = greatest(ban_marks.until, excluded.until)`);
  }

  /** Where somebody was banned who came from there. */
  async scopesOf(marks: readonly string[], now: Date): Promise<string[]> {
    const rows = await this.database.rows<{ scope: string }>(sql`
      select distinct scope from ban_marks
      where until > ${now.toISOString()}::timestamptz and mark in (select jsonb_array_elements_text(${JSON.stringify(marks)}::jsonb))`);
    return rows.map(({ scope }) => scope);
  }

  /** From now on somebody looks first at what this guest says in these scopes, on every node. */
  async watch(user: string, scopes: readonly string[], until: Date): Promise<void> {
    const number = await this.database.transaction(async (tx) => {
      await tx.execute(sql`
        insert into watched_guests (user_id, scope, until)
        select ${user}::uuid, s.scope, ${until.toISOString()}::timestamptz from jsonb_array_elements_text(${JSON.stringify(scopes)}::jsonb) s(scope)
        on conflict do nothing`);
      return this.revocations.record(tx, { standingOf: user });
    });
    await this.revocations.announce(number);
  }

  /** The sign-in that took the place of another is shut out by the same bans. */
  async followDevice(from: string, to: string, now: Date): Promise<void> {
    const number = await this.database.transaction(async (tx) => {
      const rows = await this.database.rows<{ user: string }>(
        sql`
        with followed as (
          insert into sanction_devices (sanction_id, sign_in_id)
          select d.sanction_id, ${to}::uuid from sanction_devices d join sanctions s on s.id = d.sanction_id
          where d.sign_in_id = ${from}::uuid and s.ended_at is null and s.until > ${now.toISOString()}::timestamptz
          on conflict do nothing returning sanction_id)
        select distinct s.user_id as user from followed f join sanctions s on s.id = f.sanction_id`,
        tx,
      );
      if (rows.length === 0) return undefined;
      return this.revocations.record(
        tx,
        rows.map(({ user }) => ({ standingOf: user })),
      );
    });
    if (number !== undefined) await this.revocations.announce(number);
  }
}
