import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

/** Which campaign-wide topics a channel's room carries. */
export const carriedTopics = pgTable(
  'carried_topics',
  {
    channel: text('channel').notNull(),
    topic: text('topic').notNull(),
    position: integer('position').notNull(),
  },
  (table) => [primaryKey({ columns: [table.channel, table.topic] })],
);
