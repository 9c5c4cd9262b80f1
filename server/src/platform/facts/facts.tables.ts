import { bigint, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const factsTable = pgTable('facts', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  name: text().notNull(),
  key: text().notNull(),
  version: bigint({ mode: 'number' }).notNull(),
  at: timestamp({ withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  pending: text().array().notNull(),
  sweeps: integer().notNull().default(0),
  sweepAt: timestamp('sweep_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
});
