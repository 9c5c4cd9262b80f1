import { integer, pgTable, text } from 'drizzle-orm/pg-core';

export type RegionKind =
  | 'country'
  | 'province_level'
  | 'sub_provincial_city'
  | 'prefecture'
  | 'county'
  | 'functional_zone'
  | 'township'
  | 'village';

/** The typed tree. `path` holds the keys from the root down, `/`-separated: a subtree is one prefix. */
export const regions = pgTable('regions', {
  key: text('key').primaryKey(),
  parent: text('parent'),
  path: text('path').notNull(),
  kind: text('kind').$type<RegionKind>().notNull(),
  subtype: text('subtype').notNull(),
  position: integer('position').notNull(),
  name: text('name').notNull(),
  shortName: text('short_name').notNull(),
  abbr: text('abbr'),
  nameEn: text('name_en'),
  fullNameEn: text('full_name_en'),
  pinyin: text('pinyin').notNull(),
  initials: text('initials').notNull(),
  code: text('code'),
  statCode: text('stat_code'),
  formerCode: text('former_code'),
  formerName: text('former_name'),
  tileRow: integer('tile_row'),
  tileCol: integer('tile_col'),
  source: text('source').notNull(),
});
