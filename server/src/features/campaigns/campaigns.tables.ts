import type { Campaign } from '@yunhui/contracts';
import { boolean, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/**
 * Campaigns nest: `path` holds the slugs from the outermost down. `details` is shown, never computed with.
 * Service hours are minutes after local midnight; `quietVersion` rises with each change of `quietSince`.
 */
export const campaigns = pgTable('campaigns', {
  slug: text('slug').primaryKey(),
  parent: text('parent'),
  path: text('path').notNull(),
  region: text('region').notNull(),
  level: text('level').notNull(),
  position: integer('position').notNull(),
  name: text('name').notNull(),
  nameEn: text('name_en').notNull(),
  theme: text('theme'),
  windows: jsonb('windows').$type<Campaign['windows']>().notNull(),
  serviceFrom: integer('service_from').notNull().default(480),
  serviceTo: integer('service_to').notNull().default(1320),
  quietSince: timestamp('quiet_since', { withTimezone: true, mode: 'date' }),
  quietVersion: integer('quiet_version').notNull().default(0),
  details: jsonb('details').$type<Record<string, unknown>>().notNull(),
});

/** A campaign-wide #话题, carried in many rooms and moderated once. */
export const hashtags = pgTable(
  'hashtags',
  {
    campaign: text('campaign').notNull(),
    slug: text('slug').notNull(),
    title: text('title').notNull(),
    description: text('description').notNull(),
    descriptionEn: text('description_en').notNull(),
    domain: text('domain').notNull(),
    titleSource: jsonb('title_source').$type<unknown>().notNull(),
    sample: boolean('sample').notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaign, table.slug] })],
);

/** Addresses that thousands share, with the ceilings of each; listed by a campaign's operators. */
export const addressRanges = pgTable(
  'address_ranges',
  {
    campaign: text('campaign').notNull(),
    range: text('range').notNull(),
    note: text('note').notNull(),
    guestsPerSecond: integer('guests_per_second').notNull(),
    sockets: integer('sockets').notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaign, table.range] })],
);
