import type { Entry, Frame, MessageKind, Refusal, TopicState } from '@yunhui/contracts';

/** What one has said oneself and what is not (yet) in the log. A published message moves into `entries` by its ack. */
export type OwnMessage = {
  id: string;
  kind: MessageKind;
  text: string;
  /** When it was said: this device's clock set right by the hub's, then the hub's own. */
  at: number;
  /** `unsent`: no answer for two minutes, or the hub asks to wait longer; `resend` tries again under the same id. */
  status: 'sending' | 'held' | 'refused' | 'unsent' | 'rejected' | 'expired';
  error?: Refusal;
  /** The rule by which a moderator rejected it. */
  rule?: string;
  replyTo?: number;
  mediaAt?: number;
  style?: { color?: string; size?: 'small' | 'normal' | 'large' };
  /** Passed by a moderator and numbered; it leaves this list when its entry arrives. */
  seq?: number;
};

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

/** A view with what is needed to keep it right and what no screen reads. */
export type TopicReplica = TopicView & {
  /** Frames that came before their turn: they wait until the hole before them is closed. */
  readonly waiting: readonly Frame[];
};
