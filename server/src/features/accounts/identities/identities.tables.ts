import { pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Who a provider says that an account is. `label` is for people to read, and says nothing to the hub. */
export const accountIdentities = pgTable(
  'account_identities',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    userId: uuid('user_id').notNull(),
    label: text('label').notNull(),
    linkedAt: instant('linked_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.subject] })],
);

/** A way to the provider that is under way. `userId`: the account that asked to be linked. */
export const identityAttempts = pgTable('identity_attempts', {
  tokenSha256: text('token_sha256').primaryKey(),
  state: text('state').notNull(),
  nonce: text('nonce').notNull(),
  verifier: text('verifier').notNull(),
  purpose: text('purpose').$type<'sign-in' | 'link'>().notNull(),
  userId: uuid('user_id'),
  returnTo: text('return_to').notNull(),
  until: instant('until').notNull(),
});

/** Whom the provider has named to a browser, and no account is linked to. */
export const pendingIdentities = pgTable('pending_identities', {
  tokenSha256: text('token_sha256').primaryKey(),
  issuer: text('issuer').notNull(),
  subject: text('subject').notNull(),
  label: text('label').notNull(),
  returnTo: text('return_to').notNull(),
  at: instant('at').notNull(),
  until: instant('until').notNull(),
});
