import { z } from 'zod';
import { LiveState, SignalSession } from './channels.js';
import { Day } from './fuzzy-time.js';
import { Instant, Slug } from './ids.js';
import { LinkWish, StreamLink } from './links.js';

/** A link as whoever keeps it up sees it. `pictured` is said only when no stills are wanted. */
export const HostedLink = StreamLink.extend({ owner: z.string().optional(), pictured: z.boolean().optional() });
export type HostedLink = z.infer<typeof HostedLink>;

/** A session with its links, for whoever keeps them up. `GET /api/v1/host/sessions/{id}` answers one. */
export const HostedSession = z.object({
  id: z.string(),
  channel: z.object({ slug: Slug, title: z.string(), titleEn: z.string() }),
  title: z.string(),
  titleEn: z.string().optional(),
  startsAt: Instant,
  endsAt: Instant,
  state: LiveState,
  /** What its host has said of it. */
  signal: SignalSession.shape.signal.unwrap().optional(),
  /** Whether its host may say now that it has begun or ended: not too early, and not when its time is over. */
  maySignal: z.boolean(),
  /** Of the list of links; a change names the one that it was made from. */
  version: z.int().nonnegative(),
  links: z.array(HostedLink),
  /** Taken out of the list, the latest first; putting one into the list again takes it back. */
  former: z.array(HostedLink),
});
export type HostedSession = z.infer<typeof HostedSession>;

/** Which of somebody's sessions: those of one channel, and of one day in Asia/Shanghai. */
export const HostedSessionsQuery = z.object({ channel: Slug.optional(), day: Day.optional() });
export type HostedSessionsQuery = z.infer<typeof HostedSessionsQuery>;

/**
 * `GET /api/v1/host/sessions` (hosts and operators): those of their channels that are on, soon to come or just over. They come
 * at once when they are few, else a day at a time: today's, with what begins within two hours, unless another day is asked for.
 */
export const HostedSessions = z.object({
  items: z.array(HostedSession),
  /** The day that `items` are of; none: they are all there. */
  day: Day.optional(),
  /** Each day that has any, in order, and how many. */
  days: z.array(z.object({ day: Day, count: z.int() })),
  /** The channels that have any, whichever was asked for, in the order of the lobby. */
  channels: z.array(HostedSession.shape.channel),
});
export type HostedSessions = z.infer<typeof HostedSessions>;

/** A link of the list: with the `id` of one that the session has or had, it is that one. Another address is another link. */
export const ListedLink = LinkWish.safeExtend({
  id: z.string().max(100).optional(),
  /** Languages that a check-up found captions in. */
  captions: StreamLink.shape.captions,
});
export type ListedLink = z.infer<typeof ListedLink>;

/**
 * `PUT /api/v1/sessions/{id}/links`: the whole list as it is to be, in order of rank, so that adding, swapping, removing,
 * ranking and undoing are one act. Nobody overwrites what they have not seen: `version` is the one that was read.
 */
export const ChangeLinks = z.object({ version: z.int().nonnegative(), links: z.array(ListedLink).max(12) });
export type ChangeLinks = z.infer<typeof ChangeLinks>;
