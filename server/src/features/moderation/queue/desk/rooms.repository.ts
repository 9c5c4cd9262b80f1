import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Database } from '../../../../platform/database/index.js';
import type { Within } from '../../scopes.js';
import { inScope } from '../queue.repository.js';

/** What waits in one topic. `urgency`: the place of its most urgent item without the viewers, who are the same for all in it. */
export type RoomRow = { topic: string; held: number; high: number; oldest_ms: number; urgency: number };

@Injectable()
export class RoomsRepository {
  constructor(private readonly database: Database) {}

  /** Topics in which something waits for a moderator, and the store's time. */
  async waiting(within: Within): Promise<RoomRow[]> {
    return this.database.rows<RoomRow>(sql`
      select h.topic, count(*)::int as held, count(*) filter (where h.level >= 3)::int as high, (extract(epoch from min(h.sent_at)) * 1000)::float8 as oldest_ms,
        max(h.level * 100 + 10 * ln(1 + greatest(0, extract(epoch from clock_timestamp() - h.sent_at))::float8 / 10) / ln(2::float8))::float8 as urgency
      from holds h where h.state = 'held' and h.due_at is null and ${inScope(within)} group by h.topic`);
  }
}
