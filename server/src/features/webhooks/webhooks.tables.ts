import type { Delivery, DeliveryState, WebhookEvent } from '@yunhui/contracts';
import { bigint, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Who outside is told what happens in a region. Secrets are for signing alone: no list reads them. */
export const webhooks = pgTable('webhooks', {
  id: uuid('id').primaryKey(),
  scope: text('scope').notNull(),
  url: text('url').notNull(),
  note: text('note').notNull(),
  events: text('events').array().$type<WebhookEvent[]>().notNull(),
  secret: text('secret').notNull(),
  previousSecret: text('previous_secret'),
  previousUntil: instant('previous_until'),
  offAt: instant('off_at'),
  madeBy: uuid('made_by').notNull(),
  madeByName: text('made_by_name').notNull(),
  madeAt: instant('made_at').notNull(),
});

/** What is sent to them. `dueAt`: when it is tried next; while a try is under way, when that counts as lost. */
export const deliveries = pgTable('deliveries', {
  id: uuid('id').primaryKey(),
  webhook: uuid('webhook').notNull(),
  fact: bigint('fact', { mode: 'number' }),
  event: text('event').notNull(),
  body: text('body').notNull(),
  at: instant('at').notNull(),
  state: text('state').$type<DeliveryState>().notNull().default('waiting'),
  attempts: integer('attempts').notNull().default(0),
  dueAt: instant('due_at').notNull(),
  triedAt: instant('tried_at'),
  answer: jsonb('answer').$type<NonNullable<Delivery['answer']>>(),
  settledAt: instant('settled_at'),
});
