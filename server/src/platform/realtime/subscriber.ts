import type { FrameMode, Notice, SettledMessage } from '@yunhui/contracts';
import type { Viewer } from '../auth/index.js';
import type { EncodedFrame } from './encoded-frame.js';
import type { WarmTopic } from './warm-topic.js';

/** A socket, as far as the engine knows one. */
export type Subscriber = {
  readonly id: string;
  readonly viewer: Viewer;
  /** The connection ended while something was being read for it. */
  readonly gone: boolean;
  /** Everything handed over before is out of this process; what is sent now waits behind nothing. */
  readonly isClear: boolean;
  send(frame: EncodedFrame): void;
  /** Tells what became of one's own message; `seen` is called when the client has shown it. */
  settled(settled: SettledMessage, seen: () => void): void;
  /** Says how the connection itself is served. */
  tell(notice: Notice): void;
  /** Ends it, with a word why and when to come back. */
  close(notice: Notice): void;
};

/** How far somebody was told of a topic. */
export type Position = { readonly epoch: string; readonly seq: number; readonly rev: number };

/**
 * Who gets the same bytes of a topic. `entries`: those who track keys, and get their own state; `keys`: those who get nothing
 * else; `resting`: those who get state now and then, and the rest when they are back.
 */
export type Cohort = FrameMode | 'entries' | 'keys' | 'resting';

/** What a subscriber gets of a topic, and by which cohort. */
export type Subscription = {
  readonly subscriber: Subscriber;
  readonly topic: WarmTopic;
  readonly mode: FrameMode;
  cohort: Cohort;
  /** E8: only these keys, in frames of its own; `sentRev` is how far they were told. */
  keys?: Set<string>;
  sentRev: number;
  /** Takes patches of values that it was told after the revision `patchesAfter`: what it had before may be another node's. */
  readonly patchesAfter?: number;
  /** How far its own frames went: without entries they are all it hears of the log. */
  sentSeq: number;
  /** Where a slow reader stood when it was first passed over; one frame brings everything since. */
  missedFrom?: Position;
  /** Where one stood who rests; from there one frame brings everything when they are back. */
  restedFrom?: Position;
  /** It was left: frames that are still on their way to the cohort are not for it. */
  hasLeft?: boolean;
};
