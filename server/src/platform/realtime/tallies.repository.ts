import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Database } from '../database/index.js';

/** What was said after a number, up to the head. `retracted`: some of what was said before may be gone. */
export type SaidSince = { epoch: string; head: number; retracted: boolean; counts: Record<string, number> };

@Injectable()
export class TalliesRepository {
  constructor(private readonly database: Database) {}

  /** How many messages were said in a stretch of time, [from, to), and are not retracted. */
  async said(topic: string, { from, to }: { from: Date; to: Date }): Promise<number> {
    const [row] = await this.database.rows<{ count: number }>(sql`
      select count(*)::int as count from topic_entries
      where topic = ${topic} and kind = 'message' and retracted_at is null
        and at >= ${from.toISOString()}::timestamptz and at < ${to.toISOString()}::timestamptz`);
    return row?.count ?? 0;
  }

  /** One statement, so one snapshot of the head and what is below it. None: there is no such topic. */
  async since(topic: string, after: number): Promise<SaidSince | undefined> {
    const [row] = await this.database.rows<SaidSince>(sql`
      select t.epoch, t.seq as head,
        exists (select 1 from topic_entries e where e.topic = t.topic and e.seq > ${after} and e.kind = 'retraction') as retracted,
        (select coalesce(jsonb_object_agg(c.region, c.posts), '{}') from (
          select coalesce(e.body #>> '{message,author,region}', '') as region, count(*) as posts from topic_entries e
          where e.topic = t.topic and e.seq > ${after} and e.kind = 'message' and e.retracted_at is null group by 1) c) as counts
      from topics t where t.topic = ${topic}`);
    return row;
  }
}
