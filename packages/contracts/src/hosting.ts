import { z } from 'zod';
import { LiveState, SignalSession } from './channels.js';
import { Instant, Slug } from './ids.js';
import { LinkWish, StreamLink } from './links.js';

/** A link as whoever keeps it up sees it. `pictured` is said only when no stills are wanted. */
export const HostedLink = StreamLink.extend({ owner: z.string().optional(), pictured: z.boolean().optional() });
export type HostedLink = z.infer<typeof HostedLink>;

/** A session with its links, for whoever keeps them up. */
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

/** `GET /api/v1/host/sessions` (hosts and operators): those of their channels that are on, soon to come or just over. */
export const HostedSessions = z.object({ items: z.array(HostedSession) });
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
