import type { HouseRule } from '@yunhui/contracts';
import { integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** What was done about people. Without `by_id` a rule did it; a warning has no `until`. */
export const sanctions = pgTable('sanctions', {
  id: uuid().primaryKey(),
  version: integer().notNull().default(1),
  kind: text({ enum: ['warn', 'mute', 'ban'] }).notNull(),
  userId: uuid('user_id').notNull(),
  scope: text().notNull(),
  rule: text().$type<HouseRule>().notNull(),
  note: text(),
  strike: integer().notNull(),
  byId: uuid('by_id'),
  at: moment('at').notNull(),
  until: moment('until'),
  hideMinutes: integer('hide_minutes'),
  hidden: integer().notNull().default(0),
  endedAt: moment('ended_at'),
  endedBy: uuid('ended_by'),
  endedAs: text('ended_as', { enum: ['lifted', 'undone', 'overturned'] }),
  endedReason: text('ended_reason'),
});

/** Where one of the national list does not hold. */
export const sanctionExceptions = pgTable(
  'sanction_exceptions',
  {
    sanctionId: uuid('sanction_id').notNull(),
    region: text().notNull(),
    byId: uuid('by_id').notNull(),
    at: moment('at').notNull(),
    reason: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sanctionId, table.region] })],
);
