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

  /** The key of a window of time, made by whoever needs it first; the keys of windows before `oldest` are forgotten, with their marks. */
  async saltOf(window: Date, fresh: string, oldest: Date): Promise<string> {
    await this.database.rows(sql`delete from ban_mark_salts where window_at < ${oldest.toISOString()}::timestamptz`);
    await this.database.rows(
      sql`insert into ban_mark_salts (window_at, salt) values (${window.toISOString()}::timestamptz, ${fresh}) on conflict do nothing`,
    );
    const [row] = await this.database.rows<{ salt: string }>(
      sql`select salt from ban_mark_salts where window_at = ${window.toISOString()}::timestamptz`,
    );
    if (!row) throw new Error('the key of the marks is missing');
    return row.salt;
  }

  /** The keys of windows whose marks may still count. */
  async salts(from: Date): Promise<string[]> {
    const rows = await this.database.rows<{ salt: string }>(
      sql`select salt from ban_mark_salts where window_at >= ${from.toISOString()}::timestamptz`,
    );
    return rows.map(({ salt }) => salt);
  }

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
