import type { MailLanguage, MailState, NoticeKind, SentMail } from '@yunhui/contracts';
import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Where an account is written to, and of what. `ending` is the token of the link that ends all mail. */
export const mailAddresses = pgTable('mail_addresses', {
  userId: uuid('user_id').primaryKey(),
  address: text('address').notNull(),
  language: text('language').$type<MailLanguage>().notNull(),
  kinds: text('kinds').array().$type<NoticeKind[]>().notNull(),
  tokenSha256: text('token_sha256'),
  tokenUntil: instant('token_until'),
  confirmedAt: instant('confirmed_at'),
  ending: text('ending').notNull(),
});

/** What is sent. `dueAt`: when it is tried next; while a try is under way, when that counts as lost. */
export const mails = pgTable('mails', {
  id: uuid('id').primaryKey(),
  userId: uuid('user_id').notNull(),
  notice: uuid('notice'),
  kind: text('kind').$type<NoticeKind | 'address.confirm'>().notNull(),
  address: text('address').notNull(),
  subject: text('subject').notNull(),
  body: text('body').notNull(),
  html: text('html').notNull(),
  ending: text('ending'),
  at: instant('at').notNull(),
  state: text('state').$type<MailState>().notNull().default('waiting'),
  attempts: integer('attempts').notNull().default(0),
  dueAt: instant('due_at').notNull(),
  triedAt: instant('tried_at'),
  answer: jsonb('answer').$type<NonNullable<SentMail['answer']>>(),
  settledAt: instant('settled_at'),
});
