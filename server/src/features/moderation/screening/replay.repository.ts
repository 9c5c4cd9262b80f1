import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Database } from '../../../platform/database/index.js';
import type { Review } from './judgement.rules.js';

/** A message that was held, as it was kept. */
export type HeldWords = { id: string; at_ms: number; text: string; review: Review };

@Injectable()
export class ReplayRepository {
  constructor(private readonly database: Database) {}

  /** The last that were held in a topic because of what was found in them, newest first. */
  async held(topic: string, most: number): Promise<HeldWords[]> {
    return this.database.rows<HeldWords>(sql`
      select h.id, (extract(epoch from h.sent_at) * 1000)::float8 as at_ms, h.body #>> '{message,text}' as text, h.review
      from holds h where h.topic = ${topic} and h.review is not null and h.why in ('screening', 'burst') order by h.sent_at desc limit ${most}`);
  }
}
