import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** By which number an account signs in: only once a code that was sent there has come back. */
export const accountPhones = pgTable('account_phones', {
  userId: uuid('user_id').primaryKey(),
  phone: text('phone').notNull(),
  confirmedAt: instant('confirmed_at').notNull(),
});

/** Codes that were sent. Without `userId` none was: nobody signs in by that number. */
export const phoneCodes = pgTable('phone_codes', {
  id: uuid('id').primaryKey(),
  purpose: text('purpose').$type<'confirm' | 'sign-in'>().notNull(),
  phone: text('phone').notNull(),
  userId: uuid('user_id'),
  codeHash: text('code_hash').notNull(),
  tries: integer('tries').notNull().default(0),
  until: instant('until').notNull(),
});
