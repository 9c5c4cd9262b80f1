import { date, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';

/** When, as far as a notice says: precision is data, and a fuzzy time is never shown as 00:00. */
export type ActivityTime = {
  precision: 'exact' | 'day' | 'tenDay' | 'month' | 'range';
  from: string;
  to: string;
  text: string;
  tentative: boolean;
  inherited?: boolean;
};
export type ActivityPlace = { text: string; tentative: boolean; regions: string[]; venues: string[]; online: boolean; inherited?: boolean };
/** A host or undertaker: a unit of the registry, or a group that nobody can list. */
export type ActivityParty = { org: string } | { collective: string };

/** Why an activity does not take place; `postponed`: at another time, which nobody knows yet. */
export type ActivityOff = { reason: string; postponed?: boolean };

/** What is registered and reviewed. Parts that are only shown are JSON. */
export const activities = pgTable('activities', {
  id: text('id').primaryKey(),
  campaign: text('campaign').notNull(),
  position: integer('position').notNull(),
  title: text('title').notNull(),
  kind: text('kind').notNull(),
  partOf: text('part_of'),
  block: text('block').notNull(),
  mode: text('mode').notNull(),
  time: jsonb('time').$type<ActivityTime>().notNull(),
  fromDate: date('from_date'),
  toDate: date('to_date'),
  place: jsonb('place').$type<ActivityPlace>().notNull(),
  forms: jsonb('forms').$type<string[]>().notNull(),
  domains: jsonb('domains').$type<string[]>().notNull(),
  programmeTags: jsonb('programme_tags').$type<string[]>().notNull(),
  hosts: jsonb('hosts').$type<ActivityParty[]>().notNull(),
  undertakers: jsonb('undertakers').$type<ActivityParty[]>().notNull(),
  details: jsonb('details').$type<Record<string, unknown>>().notNull(),
  off: jsonb('off').$type<ActivityOff>(),
});
