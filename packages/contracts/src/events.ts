import { z } from 'zod';
import type { Ack } from './errors.js';
import { Millis, RegionKey, TopicName } from './ids.js';
import { User } from './accounts.js';
import {
  AddReaction,
  Frame,
  JoinedTopic,
  JoinTopic,
  JoinTopics,
  LeaveTopic,
  RetractMessage,
  SendMessage,
  SentMessage,
  SettledMessage,
  TrackedKeys,
  TrackKeys,
  WatchBeat,
} from './topics.js';
import { Refusal } from './errors.js';
import { WatchReport } from './watching.js';
import { Outcome } from './reports.js';

const Nothing = z.object({});
/** One of the answers to a join of several topics, each an ack of its own. */
const JoinAck = z.union([z.object({ ok: z.literal(true), value: JoinedTopic }), z.object({ ok: z.literal(false), error: Refusal })]);

/** Every client → server event: what it carries and what its ack's `value` is. */
export const clientEvents = {
  'topic.join': { payload: z.union([JoinTopics, JoinTopic]), value: z.union([JoinedTopic, z.array(JoinAck)]) },
  'topic.leave': { payload: LeaveTopic, value: Nothing },
  'topic.track': { payload: TrackKeys, value: TrackedKeys },
  'message.send': { payload: SendMessage, value: SentMessage },
  /** One's own: held is withdrawn, published is retracted. */
  'message.retract': { payload: RetractMessage, value: Nothing },
  'reaction.add': { payload: AddReaction, value: Nothing },
  'watch.beat': { payload: WatchBeat, value: Nothing },
  /** How the links play for one viewer: seldom, and soon after one was given up. */
  'watch.report': { payload: WatchReport, value: Nothing },
  'clock.sync': { payload: z.object({ sentAt: z.number() }), value: z.object({ at: Millis }) },
} as const;
export type ClientEventName = keyof typeof clientEvents;
export type ClientEventPayload<Name extends ClientEventName> = z.infer<(typeof clientEvents)[Name]['payload']>;
export type ClientEventValue<Name extends ClientEventName> = z.infer<(typeof clientEvents)[Name]['value']>;

/** Stop, or with `on: false` resume, playing something. Sent to every socket. */
export const Cut = z.object({
  target: z.enum(['link', 'session', 'channel', 'region']),
  id: z.string(),
  reason: z.string().optional(),
  on: z.boolean(),
  /** Of a region: its key and those of everything below it, for who knows a channel's region and not the tree. */
  within: z.array(RegionKey).optional(),
});
export type Cut = z.infer<typeof Cut>;

/** The first event on every connection: who one is here, and what holds for this connection. */
export const Hello = z.object({
  protocol: z.literal(1),
  at: Millis,
  user: User.optional(),
  /** `topics` = joined at once; `textChars` in graphemes; `keys` = tracked in a topic. */
  limits: z.object({ topics: z.int(), textChars: z.int(), frameMs: z.int(), keys: z.int() }),
  /** All that is cut off now, in place of whatever was heard on a connection before; none: nothing is. */
  cuts: z.array(Cut).optional(),
});
export type Hello = z.infer<typeof Hello>;

/**
 * What holds for whoever is connected, told when it changes and when they come. `muted` and `banned` are those that last
 * longest, in whatever region; `GET /api/v1/me/standing?topic=` says what holds in one topic.
 */
export const Standing = z.object({
  muted: z.object({ until: Millis, rule: z.string().optional() }).optional(),
  banned: z.object({ until: Millis, rule: z.string() }).optional(),
  roles: z.array(z.string()).optional(),
  /** What they have not been told yet, or not seen. */
  outcomes: z.array(Outcome).optional(),
});
export type Standing = z.infer<typeof Standing>;

/**
 * How a connection is served: everything; every second message (`dropped` counts the others, the history has them); state
 * alone, until one plays or types, and then what was left out comes in one frame; or not at all, for `snapshot` is there to be polled.
 */
export const ServingMode = z.enum(['full', 'sampled', 'state', 'http']);
export type ServingMode = z.infer<typeof ServingMode>;

export const Notice = z.looseObject({
  kind: z.enum(['drain', 'throttle', 'mode', 'announcement', 'reload', 'close']),
  reason: z.string().optional(),
  retryAfterMs: z.int().optional(),
  topic: TopicName.optional(),
  mode: ServingMode.optional(),
  /** With `mode`: from now on a frame comes at most this often. */
  frameMs: z.int().optional(),
});
export type Notice = z.infer<typeof Notice>;

/** Every server → client event: what it carries. `message.settled` wants an ack once it was shown. */
export const serverEvents = {
  hello: Hello,
  frame: Frame,
  'message.settled': SettledMessage,
  cut: Cut,
  standing: Standing,
  notice: Notice,
} as const;

/** The same, as Socket.IO types it. */
export type ServerEvents = {
  hello: (hello: Hello) => void;
  frame: (frame: Frame) => void;
  'message.settled': (settled: SettledMessage, seen: () => void) => void;
  cut: (cut: Cut) => void;
  standing: (standing: Standing) => void;
  notice: (notice: Notice) => void;
};

/** The client's side of the wire, as Socket.IO types it. */
export type ClientEvents = {
  [Name in ClientEventName]: (payload: ClientEventPayload<Name>, ack: (answer: Ack<ClientEventValue<Name>>) => void) => void;
};
