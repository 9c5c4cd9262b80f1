import type { StreamLink } from '@yunhui/contracts';
import type { StreamHealth } from '@yunhui/domain';
import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Addresses of a session, or of a channel that never stops. `health` is the last verdict; readings are in Redis. */
export const streamLinks = pgTable('stream_links', {
  id: text('id').primaryKey(),
  channel: text('channel').notNull(),
  session: text('session'),
  kind: text('kind').$type<StreamLink['kind']>().notNull(),
  url: text('url').notNull(),
  rank: integer('rank').notNull(),
  label: text('label'),
  validFrom: instant('valid_from'),
  validTo: instant('valid_to'),
  readFrom: instant('read_from'),
  readUntil: instant('read_until'),
  health: text('health').$type<StreamHealth>().notNull().default('unknown'),
  healthVersion: integer('health_version').notNull().default(0),
  healthAt: instant('health_at'),
});
