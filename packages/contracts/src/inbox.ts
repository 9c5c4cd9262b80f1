import { z } from 'zod';
import { Instant } from './ids.js';

/** What somebody is told of; the list grows, and a client that does not know a kind shows its title. */
export const NoticeKind = z.enum([
  'filing.returned',
  'filing.approved',
  'filing.published',
  'stream.failed',
  'supplement.due',
  'supplement.unlocked',
  /** Of what its host asked for; what is granted is on the programme half a minute later. */
  'change.granted',
  'change.declined',
  /** Whoever answers for the scope did that at once. */
  'filing.cancelled',
  'filing.postponed',
  'filing.changed',
  /** A unit that one has applied for. */
  'unit.approved',
  'unit.declined',
]);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** One notice. `title`: what it is about; `path`: the page where that is. */
export const InboxNotice = z.object({
  id: z.uuid(),
  kind: NoticeKind,
  title: z.string(),
  path: z.string(),
  at: Instant,
  read: z.boolean(),
});
export type InboxNotice = z.infer<typeof InboxNotice>;

/** `GET /api/v1/inbox`: one's own, the newest first. `inbox:{user}` hints that there is a new one. */
export const Inbox = z.object({ items: z.array(InboxNotice), unread: z.int(), next: z.string().optional() });
export type Inbox = z.infer<typeof Inbox>;

/** `POST /api/v1/inbox/read`: this one and all before it. */
export const ReadNotices = z.object({ until: z.uuid() });
export type ReadNotices = z.infer<typeof ReadNotices>;

/** What `inbox:{user}` carries: a hint, never a notice; those are read by HTTP. */
export const InboxHint = z.object({ seq: z.int(), at: z.int(), kind: z.literal('notice.added'), id: z.uuid() });
export type InboxHint = z.infer<typeof InboxHint>;
