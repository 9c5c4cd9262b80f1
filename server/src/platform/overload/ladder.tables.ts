import { boolean, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** What operators hold the ladder at: one row, until its time is over. */
export const ladderHolds = pgTable('ladder_holds', {
  onlyOne: boolean('only_one').primaryKey().default(true),
  level: text('level').notNull(),
  reason: text('reason').notNull(),
  until: timestamp('until', { withTimezone: true, mode: 'date' }).notNull(),
});
