import type { StreamLink } from '@yunhui/contracts';
import type { StreamHealth } from '@yunhui/domain';
import { boolean, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

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
  owner: text('owner'),
  language: text('language'),
  captions: jsonb('captions').$type<string[]>(),
  validFrom: instant('valid_from'),
  validTo: instant('valid_to'),
  readFrom: instant('read_from'),
  readUntil: instant('read_until'),
  health: text('health').$type<StreamHealth>().notNull().default('unknown'),
  healthVersion: integer('health_version').notNull().default(0),
  healthAt: instant('health_at'),
  /** Why it is as it is: a code of the check-up's findings. */
  finding: text('finding'),
  /** When it is looked at next; none: now, if ever. */
  dueAt: instant('due_at'),
  /** It failed again and again: until then it is tried last. */
  quarantinedUntil: instant('quarantined_until'),
  /** Whether stills are taken of it while it is live. */
  pictured: boolean('pictured').notNull().default(true),
  /** When the next one is taken; none: at once, when it is live. */
  stillDueAt: instant('still_due_at'),
  /** Of its session's list, as it was when this link was last changed; the highest of a session is the list's. */
  version: integer('version').notNull().default(0),
  /** Taken out of the list: kept with its history, to be taken back. */
  withdrawnAt: instant('withdrawn_at'),
});

/** What was said of a link, and since when: one row for each change, never one for each look. */
export const linkChanges = pgTable(
  'link_changes',
  {
    link: text('link').notNull(),
    version: integer('version').notNull(),
    at: instant('at').notNull(),
    health: text('health').$type<StreamHealth>().notNull(),
    finding: text('finding').notNull(),
  },
  ({ link, version }) => [primaryKey({ columns: [link, version] })],
);
