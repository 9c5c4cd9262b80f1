import { z } from 'zod';
import { Instant, Slug } from './ids.js';

/**
 * A line of a release. `new`: it is on the programme from now on, or again. `moved`: it has another time; without `startsAt` nobody
 * knows yet which. `cancelled`: it does not take place. `changed`: other words, at the same time.
 */
export const ReleaseLine = z.object({
  kind: z.enum(['new', 'moved', 'cancelled', 'changed']),
  title: z.string(),
  /** None of an activity whose time is not a moment. */
  session: z.string().optional(),
  channel: Slug.optional(),
  startsAt: Instant.optional(),
  /** The start before, of what is moved. */
  from: Instant.optional(),
  /** As printed, where there is no moment: 9月下旬. */
  timeText: z.string().optional(),
  reason: z.string().optional(),
});
export type ReleaseLine = z.infer<typeof ReleaseLine>;

/** One change of the programme. It is numbered by its campaign, without holes, and never changed. */
export const ScheduleRelease = z.object({ campaign: Slug, number: z.int(), at: Instant, lines: z.array(ReleaseLine) });
export type ScheduleRelease = z.infer<typeof ScheduleRelease>;

/** `GET /api/v1/campaigns/{slug}/releases?cursor=`: what changed in a campaign and all inside it, the latest first. */
export const ReleasePage = z.object({ items: z.array(ScheduleRelease), next: z.string().optional() });
export type ReleasePage = z.infer<typeof ReleasePage>;
