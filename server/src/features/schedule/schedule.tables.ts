import { sql } from 'drizzle-orm';
import { boolean, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Scheduled slots, [startsAt, endsAt). `wentLiveAt`: the first moment its stream was good; it is never taken back. `repeat`: a filler 重播. `announcedAt`: the start that was announced first, of a session that has another. `filedAs`: the session of its activity's form. `postponed`: it was cancelled, and is to have another slot. `cover`: the upload that its activity was filed with. `peakViewers`: the most devices that watched it at once, as far as they were counted. */
export const sessions = pgTable('sessions', {
  id: text('id').primaryKey(),
  channel: text('channel').notNull(),
  activity: text('activity'),
  filedAs: uuid('filed_as'),
  title: text('title').notNull(),
  titleEn: text('title_en'),
  form: text('form').notNull(),
  domain: text('domain'),
  summary: text('summary'),
  cover: uuid('cover'),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at').notNull(),
  hostSignal: text('host_signal').$type<'started' | 'ended'>(),
  wentLiveAt: instant('went_live_at'),
  peakViewers: integer('peak_viewers'),
  blockedAt: instant('blocked_at'),
  announcedAt: instant('announced_at'),
  cancelledAt: instant('cancelled_at'),
  postponed: boolean('postponed').notNull().default(false),
  changeReason: text('change_reason'),
  sample: boolean('sample').notNull().default(false),
  repeat: boolean('repeat').notNull().default(false),
  changedAt: instant('changed_at')
    .notNull()
    .default(sql`clock_timestamp()`),
  version: integer('version').notNull().default(1),
});
