import { Injectable } from '@nestjs/common';
import { type SQL, sql } from 'drizzle-orm';
import { Database } from '../../../platform/database/index.js';

/** What the keys are for; each has a table of its own. */
export type MarksOf = 'addresses' | 'devices';

const tables: Record<MarksOf, SQL> = { addresses: sql.raw('ban_mark_salts'), devices: sql.raw('device_mark_salts') };

/** Keys of marks, one for each window of time. A mark means nothing once its key is forgotten. */
@Injectable()
export class SaltsRepository {
  constructor(private readonly database: Database) {}

  /** The key of a window, made by whoever needs it first; the keys of windows before `oldest` are forgotten. */
  async saltOf(marks: MarksOf, window: Date, fresh: string, oldest: Date): Promise<string> {
    const table = tables[marks];
    await this.database.rows(sql`delete from ${table} where window_at < ${oldest.toISOString()}::timestamptz`);
    await this.database.rows(
      sql`insert into ${table} (window_at, salt) values (${window.toISOString()}::timestamptz, ${fresh}) on conflict do nothing`,
    );
    const [row] = await this.database.rows<{ salt: string }>(
      sql`select salt from ${table} where window_at = ${window.toISOString()}::timestamptz`,
    );
    if (!row) throw new Error('the key of the marks is missing');
    return row.salt;
  }

  /** The keys of windows whose marks may still count. */
  async salts(marks: MarksOf, from: Date): Promise<string[]> {
    const rows = await this.database.rows<{ salt: string }>(
      sql`select salt from ${tables[marks]} where window_at >= ${from.toISOString()}::timestamptz`,
    );
    return rows.map(({ salt }) => salt);
  }
}
