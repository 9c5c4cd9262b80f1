import { date, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** The days of which the demo's programme is in the schedule. */
export const demoDays = pgTable('demo_days', {
  day: date('day').primaryKey(),
  laidAt: timestamp('laid_at', { withTimezone: true, mode: 'date' }).notNull(),
});

/** Content of the demo that no other feature owns yet (fillers, chat lines, polls, quiz), and the marks of finished imports. */
export const demoContent = pgTable(
  'demo_content',
  {
    kind: text('kind').$type<'import' | 'filler' | 'chat-zh' | 'chat-en' | 'poll' | 'quiz'>().notNull(),
    key: text('key').notNull(),
    position: integer('position').notNull(),
    content: jsonb('content').$type<unknown>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.key] })],
);
