import type { Channel } from '@yunhui/contracts';
import { boolean, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Places that play. The slug never changes; titles are data. */
export const channels = pgTable('channels', {
  slug: text('slug').primaryKey(),
  campaign: text('campaign').notNull(),
  region: text('region').notNull(),
  host: text('host'),
  activity: text('activity'),
  position: integer('position').notNull(),
  level: text('level').notNull(),
  matrix: text('matrix'),
  title: text('title').notNull(),
  titleEn: text('title_en').notNull(),
  domains: jsonb('domains').$type<string[]>().notNull(),
  speciality: jsonb('speciality').$type<NonNullable<Channel['speciality']>>(),
  roundTheClock: boolean('round_the_clock').notNull(),
  blockedAt: timestamp('blocked_at', { withTimezone: true, mode: 'date' }),
  sample: boolean('sample').notNull(),
  picked: boolean('picked').notNull().default(false),
});
