import { z } from 'zod';
import { Instant, Slug, TopicName } from './ids.js';
import { RegionName } from './matrix.js';
import { AuthorTrust, QueueItem, StaffName } from './queue.js';

/** A colleague's words for the next one: about somebody, or about the watch. */
export const QueueNote = z.object({
  id: z.uuid(),
  scope: Slug,
  text: z.string(),
  by: StaffName,
  at: Instant,
  /** Whom it is about. */
  author: z.uuid().optional(),
});
export type QueueNote = z.infer<typeof QueueNote>;

/** `GET /api/v1/moderation/notes?scope=&cursor=`, newest first: those of the watch, for handing over. */
export const QueueNotes = z.object({ items: z.array(QueueNote), next: z.string().optional() });
export type QueueNotes = z.infer<typeof QueueNotes>;

/** `POST /api/v1/moderation/notes?scope=`. With `author` it stands beside their messages and not among the watch's. */
export const WriteNote = z.object({ text: z.string().trim().min(1).max(500), author: z.uuid().optional() });
export type WriteNote = z.infer<typeof WriteNote>;

/** What was decided of one earlier message of an author, newest first. */
export const EarlierVerdict = z.object({
  id: z.uuid(),
  topic: TopicName,
  text: z.string(),
  verdict: z.enum(['passed', 'rejected', 'expired', 'withdrawn', 'retracted']),
  rule: z.string().optional(),
  by: StaffName.optional(),
  at: Instant,
});
export type EarlierVerdict = z.infer<typeof EarlierVerdict>;

/** One message of the room, as moderators see it: also what is held, and of what was retracted only that it was. */
export const RoomLine = z.object({
  id: z.uuid(),
  at: Instant,
  name: z.string(),
  author: z.uuid().optional(),
  text: z.string(),
  state: z.enum(['published', 'held', 'rejected', 'expired', 'withdrawn', 'retracted']),
  seq: z.int().optional(),
});
export type RoomLine = z.infer<typeof RoomLine>;

/** `GET …/holds/{id}/context`: what a moderator looks at before deciding. */
export const HoldContext = z.object({
  item: QueueItem,
  /** The room around the moment it was sent, oldest first, itself among them: at most ten before and ten after. */
  around: z.array(RoomLine),
  author: z.object({
    kind: z.enum(['guest', 'account']),
    since: Instant,
    trust: AuthorTrust,
    published: z.int(),
    retracted: z.int(),
    /** At most ten, newest first. */
    verdicts: z.array(EarlierVerdict),
    notes: z.array(QueueNote),
    /** Names they have spoken under before, and names of others on the same device. */
    otherNames: z.array(z.object({ id: z.uuid(), name: z.string(), isSamePerson: z.boolean() })),
  }),
});
export type HoldContext = z.infer<typeof HoldContext>;

/** One room or campaign-wide topic of a scope. */
export const QueueRoom = z.object({
  topic: TopicName,
  channel: z.object({ slug: Slug, title: z.string(), titleEn: z.string().optional() }).optional(),
  hashtag: z.object({ slug: Slug, title: z.string() }).optional(),
  region: RegionName.optional(),
  held: z.int(),
  high: z.int(),
  oldestAt: Instant.optional(),
  viewers: z.int(),
  /** The score of its most urgent item: 0 when nothing is held. Rooms are ordered by it, then by viewers. */
  risk: z.number(),
});
export type QueueRoom = z.infer<typeof QueueRoom>;

/** `GET /api/v1/moderation/rooms?scope=`: at most 200, the most urgent first. Those with nothing held stand by their viewers. */
export const QueueRooms = z.object({ items: z.array(QueueRoom), at: Instant });
export type QueueRooms = z.infer<typeof QueueRooms>;
