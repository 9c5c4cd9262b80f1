import { z } from 'zod';
import { Slug } from './ids.js';

/**
 * Why a player gave a link up. `gone`: the origin says that it is not there; `unreadable`: something else came; `lost`: no
 * answer; `frozen`: the playlist says the same; `slow`: slower than it plays; `stalled`: the picture stood; `media`: it does not decode.
 */
export const LinkTrouble = z.enum(['gone', 'unreadable', 'lost', 'frozen', 'slow', 'stalled', 'media']);
export type LinkTrouble = z.infer<typeof LinkTrouble>;

/** What one player saw of one link since its last report. */
export const LinkSeen = z.object({
  link: z.string().min(1).max(64),
  /** Its picture moves now. What was left since says how it went. */
  plays: z.boolean(),
  /** From asking for the playlist to the first picture. */
  firstFrameMs: z.int().min(0).max(120_000).optional(),
  stalls: z.int().min(0).max(1_000),
  stalledMs: z.int().min(0).max(3_600_000),
  /** How often it was given up, and why the last time. */
  errors: z.int().min(0).max(1_000),
  trouble: LinkTrouble.optional(),
});
export type LinkSeen = z.infer<typeof LinkSeen>;

/**
 * `watch.report`, and without a socket `POST /api/v1/watch/reports`: how the links of a channel play for one viewer, who can
 * leave it off. Nothing in it says who or where they are.
 */
export const WatchReport = z.object({ channel: Slug, links: z.array(LinkSeen).min(1).max(8) });
export type WatchReport = z.infer<typeof WatchReport>;

/** What viewers say of a link now, one voice a device. */
export const LinkViewers = z.object({
  playing: z.int(),
  failing: z.int(),
  /** The mean of those who said it. */
  firstFrameMs: z.int().optional(),
  /** Of all who play together, lately. */
  stalls: z.int(),
});
export type LinkViewers = z.infer<typeof LinkViewers>;
