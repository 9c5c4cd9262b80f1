import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Database } from '../../../platform/database/index.js';

/** Who used one browser lately, in Postgres. Which sign-ins it had is nowhere in it. */
@Injectable()
export class DevicesRepository {
  constructor(private readonly database: Database) {}

  /** Whoever is known under the marks that a browser had, and these, are known under its mark of now. */
  async carry(before: readonly string[], mark: string, users: readonly string[], at: Date): Promise<void> {
    await this.database.rows(sql`
      insert into device_marks (mark, user_id, at)
      select ${mark}, x.user_id, ${at.toISOString()}::timestamptz from (
        select d.user_id from device_marks d where d.mark = any(${sql.param(before)}::text[])
        union select u.user_id from unnest(${sql.param(users)}::uuid[]) u (user_id)) x
      on conflict (mark, user_id) do update set at = excluded.at`);
  }

  async forget(before: Date): Promise<void> {
    await this.database.rows(sql`delete from device_marks where at < ${before.toISOString()}::timestamptz`);
  }

  /** Others on a browser of theirs, the last first. Nobody of the staff: colleagues try what viewers see. */
  async beside(user: string, since: Date, most: number): Promise<{ id: string; name: string }[]> {
    return this.database.rows<{ id: string; name: string }>(sql`
      select u.id, u.display_name as name from users u join (
        select d.user_id, max(d.at) as at from device_marks d
        where d.mark in (select m.mark from device_marks m where m.user_id = ${user}::uuid) and d.user_id <> ${user}::uuid
          and d.at >= ${since.toISOString()}::timestamptz group by d.user_id) x on x.user_id = u.id
      where not exists (select 1 from grants g where g.user_id = u.id) order by x.at desc, u.id limit ${most}`);
  }
}
