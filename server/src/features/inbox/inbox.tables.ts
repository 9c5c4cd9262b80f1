import type { NoticeKind } from '@yunhui/contracts';
import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** What somebody was told, and when they read it. Ids are uuid v7: their order is that of their making. */
export const notices = pgTable(
  'notices',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id').notNull(),
    kind: text('kind').$type<NoticeKind>().notNull(),
    title: text('title').notNull(),
    path: text('path').notNull(),
    at: instant('at').notNull(),
    readAt: instant('read_at'),
  },
  (table) => [index('notices_of_user').on(table.userId, table.id)],
);
