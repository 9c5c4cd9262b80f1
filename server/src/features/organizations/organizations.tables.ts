import { jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Where a printed name stands: the notice, its item, and words that stand there verbatim. */
export type PrintedSource = { notice: string; item: string; quote: string };

/** Units by the exact full name on their seal. One that was `applied` for stands beside the registry until it is `registered`. */
export const organizations = pgTable('organizations', {
  key: text('key').primaryKey(),
  name: text('name').notNull(),
  nameStatus: text('name_status').$type<'printed-full' | 'expanded' | 'as-printed'>().notNull(),
  type: text('type').notNull(),
  nature: text('nature').notNull(),
  region: text('region').notNull(),
  parent: text('parent'),
  basis: text('basis').$type<'named' | 'collective' | 'demo' | 'applied' | 'registered'>().notNull(),
  roles: jsonb('roles').$type<string[]>().notNull(),
  sources: jsonb('sources').$type<PrintedSource[]>().notNull(),
  note: text('note'),
});

/** Other names of a unit; each means one unit only. */
export const organizationAliases = pgTable('organization_aliases', {
  alias: text('alias').primaryKey(),
  organization: text('organization').notNull(),
});

/** Groups that a notice names as one and nobody can list, such as 各设区市科协. */
export const collectives = pgTable('collectives', {
  key: text('key').primaryKey(),
  text: text('text').notNull(),
  type: text('type').notNull(),
  region: text('region').notNull(),
  functions: jsonb('functions').$type<string[]>().notNull(),
  source: jsonb('source').$type<PrintedSource>().notNull(),
  note: text('note'),
});

/** Who files for a unit. `added_by`: who invited or entered them, or `demo`. Until `verified_at` they write drafts of their own and hand in nothing. */
export const organizationFilers = pgTable(
  'organization_filers',
  {
    userId: uuid('user_id').notNull(),
    organization: text('organization').notNull(),
    addedBy: text('added_by').notNull(),
    addedAt: timestamp('added_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
    verifiedAt: timestamp('verified_at', { withTimezone: true, mode: 'date' }),
    verifiedBy: text('verified_by'),
  },
  (table) => [primaryKey({ columns: [table.userId, table.organization] })],
);
