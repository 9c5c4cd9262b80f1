import { bigint, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const auditEntries = pgTable('audit_entries', {
  id: uuid().primaryKey().defaultRandom(),
  at: timestamp({ withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  who: text().notNull(),
  act: text().notNull(),
  subject: text().notNull(),
  from: text('from_state'),
  to: text('to_state'),
  reason: text(),
  difference: jsonb(),
  /** Its place in the chain; none until the chainer has passed. */
  position: bigint({ mode: 'number' }).unique(),
  hash: text(),
});
