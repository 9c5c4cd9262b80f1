import type { Entry, Frame, MessageEntry, MessageKind, Refusal, SendMessage, TopicState } from '@yunhui/contracts';

/** What one has said oneself and what is not (yet) in the log. A published message moves into `entries` by its ack. */
export type OwnMessage = {
  id: string;
  kind: MessageKind;
  text: string;
  /** When it was said, by the hub's clock as well as it is known here. */
  at: number;
  /** `unsent`: no answer for two minutes, or the hub asks to wait longer; `resend` tries again under the same id. */
  status: 'sending' | 'held' | 'refused' | 'unsent' | 'rejected' | 'expired';
  /** While `sending`: why it waits, such as slow mode. */
  error?: Refusal;
  /** The rule by which a moderator or screening rejected it. */
  rule?: string;
  /** Passed by a moderator and numbered; it leaves this list when its entry arrives. */
  seq?: number;
} & Pick<SendMessage, 'replyTo' | 'style' | 'mediaAt'>;

/** A topic as it is known here. Immutable: every change is a new object. */
export type TopicView = {
  readonly topic: string;
  /** None before the first answer. */
  readonly epoch?: string;
  /** Everything up to this number is known; with `epoch` and `rev` the position for the next join. */
  readonly seq: number;
  readonly rev: number;
  /** In order of `seq`, the last 200 (up to 1,000 once history was asked for). */
  readonly entries: readonly Entry[];
  readonly state: Readonly<TopicState>;
  readonly own: readonly OwnMessage[];
  /** `behind`: a hole is being closed or the connection is away; what is shown is right, but not the latest. */
  readonly status: 'joining' | 'live' | 'behind' | 'refused';
  readonly refusal?: Refusal;
  /** How often everything shown was thrown away and begun anew from a snapshot. */
  readonly restarted: number;
};

/** A view with what keeps it right and what no screen reads. */
export type TopicReplica = TopicView & {
  /** Frames that came before their turn: they wait until the hole before them is closed. */
  readonly waiting: readonly Frame[];
  /** Frames without entries tell of the state alone; `seq` stays where the entries end, and one frame will bring the rest. */
  readonly resting: boolean;
  /** The rev that each state key was last written at, removed keys included. */
  readonly keyRevs: ReadonlyMap<string, number>;
  /** The rev of the last whole state: an unknown key that is no newer was removed. */
  readonly wholeRev: number;
  /** Own entries known by their acks. Frames leave out what was sampled; to its author it is shown. */
  readonly acked: readonly { epoch: string; entry: MessageEntry }[];
  /** How many entries are kept. */
  readonly keep: number;
};

/** A topic of which nothing is known yet. */
export function emptyReplica(topic: string, keep: number): TopicReplica {
  return {
    topic,
    seq: 0,
    rev: 0,
    entries: [],
    state: {},
    own: [],
    status: 'joining',
    restarted: 0,
    waiting: [],
    resting: false,
    keyRevs: new Map(),
    wholeRev: 0,
    acked: [],
    keep,
  };
}
