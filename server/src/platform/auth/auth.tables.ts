import { bigint, boolean, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Everybody who is known. `login` and `password_hash` are an account's. */
export const users = pgTable('users', {
  id: uuid().primaryKey(),
  kind: text({ enum: ['guest', 'account'] }).notNull(),
  displayName: text('display_name').notNull(),
  login: text(),
  passwordHash: text('password_hash'),
  region: text(),
  sample: boolean().notNull().default(false),
  grantsVersion: integer('grants_version').notNull().default(1),
  createdAt: moment('created_at').notNull().defaultNow(),
});

export const grants = pgTable(
  'grants',
  {
    userId: uuid('user_id').notNull(),
    role: text({ enum: ['host', 'reviewer', 'moderator', 'operator'] }).notNull(),
    region: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.role, table.region] })],
);

/** One per cookie. The token itself is nowhere but in the browser. */
export const signIns = pgTable('sign_ins', {
  id: uuid().primaryKey(),
  tokenSha256: text('token_sha256').notNull(),
  userId: uuid('user_id').notNull(),
  device: text().notNull(),
  createdAt: moment('created_at').notNull(),
  seenAt: moment('seen_at').notNull(),
  expiresAt: moment('expires_at').notNull(),
  revokedAt: moment('revoked_at'),
});

/** A sign-in that ended, a user whose tickets of an older `grantsVersion` say too much, or one whose standing changed. */
export const revocations = pgTable('revocations', {
  number: bigint({ mode: 'number' }).primaryKey(),
  signInId: uuid('sign_in_id'),
  userId: uuid('user_id'),
  grantsVersion: integer('grants_version'),
  standingOf: uuid('standing_of'),
  at: moment('at').notNull(),
});

export const revocationHead = pgTable('revocation_head', { one: boolean().primaryKey(), number: bigint({ mode: 'number' }).notNull() });

export const signingKeys = pgTable('signing_keys', {
  kid: text().primaryKey(),
  secret: text().notNull(),
  createdAt: moment('created_at').notNull(),
});
