import { z } from 'zod';
import { Session } from './channels.js';
import { Instant, Millis, RegionKey, Slug } from './ids.js';

const DayOrInstant = z.union([z.iso.date(), Instant]);

/** The query of `GET …/schedule`. A day stands for its first moment in Asia/Shanghai; a region in any case, for all below it too. */
export const ScheduleQuery = z.object({
  from: DayOrInstant.optional(),
  to: DayOrInstant.optional(),
  region: z.string().max(32).optional(),
  channel: Slug.optional(),
});
export type ScheduleQuery = z.infer<typeof ScheduleQuery>;

/** The query of `GET …/day`: by default today in the whole campaign. */
export const DayQuery = z.object({ date: z.iso.date().optional(), region: z.string().max(32).optional() });
export type DayQuery = z.infer<typeof DayQuery>;

/** What a stretch of service hours is, of what may be watched in a scope: filler 重播 only bridges, a gap 空档 is nothing at all. */
export const AxisKind = z.enum(['programme', 'filler', 'gap']);
export type AxisKind = z.infer<typeof AxisKind>;

/** A stretch [from, to) of the day axis 天轴; `sessions` run at its busiest moment. */
export const AxisStretch = z.object({ from: Millis, to: Millis, kind: AxisKind, sessions: z.int() });
export type AxisStretch = z.infer<typeof AxisStretch>;

/** `GET /api/v1/campaigns/{slug}/day?date=&region=`: one Asia/Shanghai day's service hours, without holes, in order. */
export const DayAxis = z.object({ date: z.iso.date(), from: Millis, to: Millis, stretches: z.array(AxisStretch) });
export type DayAxis = z.infer<typeof DayAxis>;

/** A channel as the head of a row of the guide. */
export const GuideChannel = z.object({
  slug: Slug,
  title: z.string(),
  titleEn: z.string(),
  region: RegionKey,
  host: z.string().optional(),
  roundTheClock: z.boolean().optional(),
  sample: z.boolean().optional(),
});
export type GuideChannel = z.infer<typeof GuideChannel>;

/** An activity whose time is not a moment: it is listed apart, never on an axis, and never counts as a gap's filling. */
export const UndatedActivity = z.object({
  id: z.string(),
  title: z.string(),
  /** As printed: 9月下旬, 9月18日（暂定）. */
  timeText: z.string(),
  precision: z.enum(['day', 'ten-days', 'month', 'range']),
  tentative: z.boolean(),
  from: z.iso.date(),
  to: z.iso.date(),
  place: z.string().optional(),
  placeTentative: z.boolean().optional(),
  hosts: z.array(z.string()),
  region: RegionKey.optional(),
  /** It does not take place, for this reason; `postponed`: at another time, which nobody knows yet. */
  cancelled: z.object({ reason: z.string(), postponed: z.boolean().optional() }).optional(),
});
export type UndatedActivity = z.infer<typeof UndatedActivity>;

/**
 * `GET /api/v1/campaigns/{slug}/schedule?from=&to=&region=&channel=`: what runs in [from, to), at most 8 days and by
 * default today. Gaps are of the scope (region or channel, else the campaign) and only within service hours.
 */
export const Schedule = z.object({
  from: Instant,
  to: Instant,
  channels: z.array(GuideChannel),
  /** By start, then by channel. */
  sessions: z.array(Session),
  gaps: z.array(z.object({ from: Instant, to: Instant })),
  undated: z.array(UndatedActivity),
});
export type Schedule = z.infer<typeof Schedule>;
