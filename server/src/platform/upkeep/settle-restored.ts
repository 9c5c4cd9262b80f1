import { sql } from 'drizzle-orm';
import type { Database } from '../database/index.js';

/** What is in a store that was put back. */
export type Restored = { topics: number; entries: number; holds: number; auditRows: number };

/**
 * Postgres went back, so numbers will be given a second time: new epochs make every client throw away what it
 * shows (architecture E13). Returns what there is, to be compared with what was backed up.
 */
export async function settleRestored(database: Database): Promise<Restored> {
  await database.drizzle.execute(sql`update topics set epoch = substr(md5(random()::text || clock_timestamp()::text || topic), 1, 12)`);
  return countStore(database);
}

export async function countStore(database: Database): Promise<Restored> {
  const [counts] = await database.rows<Restored>(sql`
    select (select count(*) from topics) as topics, (select count(*) from topic_entries) as entries,
      (select count(*) from holds) as holds, (select count(*) from audit_entries) as "auditRows"`);
  if (!counts) throw new Error('the store could not be counted');
  return counts;
}
