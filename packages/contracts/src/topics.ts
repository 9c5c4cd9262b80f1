import { z } from 'zod';
import { Millis, RegionKey, Slug, TopicName } from './ids.js';

/** Where a client stands in a topic's log: it has everything up to `seq` of this `epoch`. */
export const Seq = z.int().min(0);
export type Seq = z.infer<typeof Seq>;

/** Changes only when Postgres itself went back; then everything shown is thrown away. */
export const Epoch = z.string().min(1).max(40);

export const MessageKind = z.enum(['chat', 'danmaku', 'question']);
export type MessageKind = z.infer<typeof MessageKind>;

/** How a danmaku looks. */
export const DanmakuStyle = z.object({
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'must be a colour like #1e5a94')
    .optional(),
  size: z.enum(['small', 'normal', 'large']).optional(),
});

export const Author = z.object({
  id: z.string(),
  name: z.string(),
  /** Only staff and hosts have one. */
  role: z.enum(['host', 'moderator', 'reviewer', 'operator']).optional(),
  region: RegionKey.optional(),
  /** Set on the demo's own visitors, who are named as such everywhere. */
  sample: z.boolean().optional(),
});
export type Author = z.infer<typeof Author>;

/** A message as everybody sees it. `text` is as kept: masked parts are masked. */
export const Message = z.object({
  id: z.uuid(),
  kind: MessageKind,
  text: z.string(),
  author: Author,
  replyTo: z.object({ seq: Seq, name: z.string(), text: z.string() }).optional(),
  /** EXT-X-PROGRAM-DATE-TIME of the sender's picture, in ms: aligns danmaku and replays to the video. */
  mediaAt: Millis.optional(),
  style: DanmakuStyle.optional(),
  masked: z.boolean().optional(),
});
export type Message = z.infer<typeof Message>;

/** What is left of a retracted message: its place and its id. */
export const RetractedMessage = z.object({ id: z.uuid(), retracted: z.literal(true) });
export type RetractedMessage = z.infer<typeof RetractedMessage>;

const entry = { seq: Seq, at: Millis };
export const MessageEntry = z.object({ ...entry, kind: z.literal('message'), message: z.union([RetractedMessage, Message]) });
export const RetractionEntry = z.object({
  ...entry,
  kind: z.literal('retraction'),
  targets: z.array(Seq).max(200),
  by: z.enum(['author', 'moderator', 'rule']),
});
export const AnnouncementEntry = z.object({
  ...entry,
  kind: z.literal('announcement'),
  text: z.string(),
  /** Who says it: a host or staff, by name. */
  author: Author.optional(),
  fallback: z.string(),
});
/** `fallback` is what a client shows that does not know pins. It never has the pinned words: those may be retracted. */
export const PinEntry = z.object({ ...entry, kind: z.literal('pin'), target: Seq, fallback: z.string() });
export const UnpinEntry = z.object({ ...entry, kind: z.literal('unpin'), target: Seq, fallback: z.string().optional() });

/** Somebody goes by another name: what they said before this number is drawn with it. What they say later has it already. */
export const AuthorRenamed = z.object({ ...entry, kind: z.literal('author.renamed'), author: z.uuid(), name: z.string() });
export type AuthorRenamed = z.infer<typeof AuthorRenamed>;

/** The key of a conversation's state that carries `Pinned`. */
export const pinnedKey = 'pinned';
/**
 * What is pinned: who comes later sees it too. Gone (`null`) when it is unpinned or retracted. `text` is the
 * beginning of long words (a state value is small); the whole stands in the entry `seq`. `at`: when it was pinned.
 */
export const Pinned = z.object({ seq: Seq, name: z.string(), text: z.string(), at: Millis });
export type Pinned = z.infer<typeof Pinned>;

/** What people react with. Every name is a public counter of its topic, so the list is closed. */
export const reactionNames = ['like', 'clap', 'heart', 'wow', 'think', 'flower'] as const;
export type ReactionName = (typeof reactionNames)[number];
/** The key of a conversation's state that carries `Reactions`. */
export const reactionsKey = 'reactions';
/**
 * How often each reaction was given since the topic began. Changes at most twice a second and only rises: a
 * burst is the difference between two values, one's own taps being in it (show those at once and subtract them).
 * A name that is missing is 0; names that a client does not know are ignored.
 */
export const Reactions = z.record(Slug, z.int().min(0));
export type Reactions = { [Name in ReactionName]?: number } & Record<string, number | undefined>;

/** `POST /api/v1/topics/{topic}/announcements` (hosts and staff of the topic's region). 1 to 500 graphemes. */
export const Announce = z.object({
  /** Made by the client, so that a retry is not a second announcement. */
  id: z.uuid().optional(),
  text: z.string().max(2_000),
});
export type Announce = z.infer<typeof Announce>;
export const Announced = z.object({ id: z.uuid(), seq: Seq, at: Millis });
export type Announced = z.infer<typeof Announced>;
/** `POST /api/v1/topics/{topic}/pins`; `DELETE …/pins/{seq}` takes it away. One message is pinned at a time. */
export const PinMessage = z.object({ seq: Seq });

/** A kind this build does not know: ignored, or shown by its `fallback`. */
export const OtherEntry = z.looseObject({ ...entry, kind: z.string(), fallback: z.string().optional() });

export type MessageEntry = z.infer<typeof MessageEntry>;
export type RetractionEntry = z.infer<typeof RetractionEntry>;
export type AnnouncementEntry = z.infer<typeof AnnouncementEntry>;
export type OtherEntry = {
  seq: number;
  at: number;
  kind: 'pin' | 'unpin' | 'mode' | `${string}.${string}`;
  fallback?: string;
  [field: string]: unknown;
};
/** One numbered thing in a topic's log. */
export type Entry = MessageEntry | RetractionEntry | AnnouncementEntry | OtherEntry;
export const Entry = z.union([MessageEntry, RetractionEntry, AnnouncementEntry, OtherEntry]) as unknown as z.ZodType<Entry>;

/** Latest values by key; `null` removes one. */
export const TopicState = z.record(z.string(), z.unknown());
export type TopicState = Record<string, unknown>;

/** Of tracked keys: the fields that are other than in the value told before. Only to who joined with `patches`. */
export const TopicPatch = z.record(z.string(), z.record(z.string(), z.unknown()));
export type TopicPatch = z.infer<typeof TopicPatch>;

/**
 * Everything there is to know about the numbers in (after, seq]. `entries` are those shown, and since
 * the log has no holes `dropped = seq − after − entries.length`, always. A gap is a gap between two
 * frames, never a missing number.
 */
export const Frame = z.object({
  topic: TopicName,
  epoch: Epoch,
  after: Seq,
  seq: Seq,
  at: Millis,
  entries: z.array(Entry),
  dropped: z.int().min(0),
  rev: z.int().optional(),
  state: TopicState.optional(),
  patch: TopicPatch.optional(),
});
export type Frame = z.infer<typeof Frame>;

/** A frame over the last shown entries, with the whole state (or the tracked keys); followers poll it. */
export const Snapshot = Frame.extend({ rev: z.int(), state: TopicState, pollAfterMs: z.int().positive() });
export type Snapshot = z.infer<typeof Snapshot>;

/** `full`: entries and state. `state`: no entries. `all`: staff only, also what is not shown. */
export const FrameMode = z.enum(['full', 'state', 'all']);
export type FrameMode = z.infer<typeof FrameMode>;

export const JoinTopic = z.object({
  topic: TopicName,
  epoch: Epoch.optional(),
  after: Seq.optional(),
  rev: z.int().optional(),
  keys: z.array(z.string().max(64)).max(64).optional(),
  /** Changes of tracked keys may come as `patch`. */
  patches: z.boolean().optional(),
  mode: FrameMode.optional(),
});
export type JoinTopic = z.infer<typeof JoinTopic>;
export const JoinTopics = z.object({ topics: z.array(JoinTopic).min(1).max(8) });
export type JoinTopics = z.infer<typeof JoinTopics>;

export const MessageStatus = z.enum(['published', 'held']);
/** How a held or published message ended, told to its author. `held`: the verdict was taken back, and it waits again. */
export const SettledStatus = z.enum(['published', 'rejected', 'expired', 'withdrawn', 'retracted', 'held']);
export type SettledStatus = z.infer<typeof SettledStatus>;

/** `message.settled` (server → client): what became of one's own message. Seen when acked. */
export const SettledMessage = z.object({
  id: z.uuid(),
  topic: TopicName,
  status: SettledStatus,
  rule: z.string().optional(),
  seq: Seq.optional(),
  /** With `held`: the words, for what was published has left the log, and its author's clients show it as their own again. */
  held: z.object({ kind: MessageKind, text: z.string(), at: Millis }).optional(),
});
export type SettledMessage = z.infer<typeof SettledMessage>;

/** The speaker's own held messages and the verdicts they have not seen yet. */
export const Mine = z.object({
  held: z.array(z.object({ id: z.uuid(), kind: MessageKind, text: z.string(), at: Millis })),
  settled: z.array(SettledMessage),
});
export type Mine = z.infer<typeof Mine>;

/** The answer to `topic.join`, and to `GET …/frames`: either the frames that close the hole, or a fresh start. */
export const JoinedTopic = z.object({
  topic: TopicName,
  epoch: Epoch,
  seq: Seq,
  rev: z.int(),
  recovered: z.boolean(),
  frames: z.array(Frame).optional(),
  snapshot: Snapshot.optional(),
  mine: Mine.optional(),
});
export type JoinedTopic = z.infer<typeof JoinedTopic>;

export const FramesAnswer = z.object({
  recovered: z.boolean(),
  frames: z.array(Frame).optional(),
  snapshot: Snapshot.optional(),
  pollAfterMs: z.int().positive(),
});
export type FramesAnswer = z.infer<typeof FramesAnswer>;

export const LeaveTopic = z.object({ topic: TopicName });
export const TrackKeys = z.object({
  topic: TopicName,
  add: z.array(z.string().max(64)).max(64).optional(),
  remove: z.array(z.string().max(64)).max(64).optional(),
});
export const TrackedKeys = z.object({ rev: z.int(), state: TopicState });

/** `message.send` (client → server): somebody says something in a topic. */
export const SendMessage = z.object({
  /** Made by the client (ours make v7), so that a retry after a dropped connection is not a second message. */
  id: z.uuid(),
  topic: TopicName,
  kind: MessageKind,
  /** As typed. The hub trims and normalises it; 1 to 500 graphemes must be left. */
  text: z.string().max(8000),
  replyTo: Seq.optional(),
  style: DanmakuStyle.optional(),
  mediaAt: Millis.optional(),
  session: z.string().max(64).optional(),
});
export type SendMessage = z.infer<typeof SendMessage>;

/** The answer: what was committed, or that a moderator looks first. A held message has no number yet. */
export const SentMessage = z.object({
  id: z.uuid(),
  status: MessageStatus,
  at: Millis,
  /** As kept: masked parts are masked, so that the author sees what others see. */
  text: z.string(),
  seq: Seq.optional(),
  epoch: Epoch.optional(),
});
export type SentMessage = z.infer<typeof SentMessage>;

/** `message.retract`, and without its topic `POST /api/v1/topics/{topic}/retractions`: one's own message. */
export const RetractMessage = z.object({ topic: TopicName, id: z.uuid() });
/** `reaction.add`, and without its topic `POST /api/v1/topics/{topic}/reactions`. `name` is one of `reactionNames`. */
export const AddReaction = z.object({ topic: TopicName, name: Slug, count: z.int().min(1).max(20) });
/** `watch.beat`: the player made progress. Viewers are counted by these, never by sockets. */
export const WatchBeat = z.object({
  channel: Slug,
  session: z.string().max(64).optional(),
  playing: z.boolean(),
  position: z.number().min(0).optional(),
});
export type WatchBeat = z.infer<typeof WatchBeat>;

export const History = z.object({ items: z.array(Entry), before: Seq.nullable() });
export type History = z.infer<typeof History>;
