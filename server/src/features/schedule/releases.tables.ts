import type { ReleaseLine } from '@yunhui/contracts';
import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Each change of the programme, numbered by its campaign. A trigger keeps them as they are. */
export const scheduleReleases = pgTable('schedule_releases', {
  id: uuid('id').primaryKey(),
  campaign: text('campaign').notNull(),
  number: integer('number').notNull(),
  at: timestamp('at', { withTimezone: true, mode: 'date' }).notNull(),
  lines: jsonb('lines').$type<ReleaseLine[]>().notNull(),
});
