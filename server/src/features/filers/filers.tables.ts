import type { StaffRole } from '@yunhui/contracts';
import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/**
 * Links that are good once; the token itself is with whoever was given it. An `invitation` is a unit's, a `recovery` an
 * account's as it was (`grantsVersion`), a `role` is taken up by whoever comes, an `undo` gives it back, and by a `setup` the first
 * operator comes.
 */
export const oneTimeLinks = pgTable('one_time_links', {
  id: uuid('id').primaryKey(),
  kind: text('kind').$type<'invitation' | 'recovery' | 'role' | 'setup' | 'undo'>().notNull(),
  tokenSha256: text('token_sha256').notNull(),
  organization: text('organization'),
  userId: uuid('user_id'),
  grantsVersion: integer('grants_version'),
  role: text('role').$type<StaffRole>(),
  region: text('region'),
  issuedBy: uuid('issued_by').notNull(),
  issuedByName: text('issued_by_name').notNull(),
  issuedAt: instant('issued_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
  usedBy: uuid('used_by'),
  revokedAt: instant('revoked_at'),
});
