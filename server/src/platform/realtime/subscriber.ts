import type { Frame, FrameMode, SettledMessage } from '@yunhui/contracts';
import type { Viewer } from '../auth/index.js';
import type { WarmTopic } from './warm-topic.js';

/** A socket, as far as the engine knows one. */
export type Subscriber = {
  readonly id: string;
  readonly viewer: Viewer;
  /** The connection ended while something was being read for it. */
  readonly gone: boolean;
  join(cohort: string): void;
  leave(cohort: string): void;
  frame(frame: Frame): void;
  /** Tells what became of one's own message; `seen` is called when the client has shown it. */
  settled(settled: SettledMessage, seen: () => void): void;
};

/** What a subscriber gets of a topic, and by which cohort. */
export type Subscription = {
  readonly subscriber: Subscriber;
  readonly topic: WarmTopic;
  readonly mode: FrameMode;
  readonly cohort: string;
  /** E8: only these keys, in frames of its own; `sentRev` is how far they were told. */
  keys?: Set<string>;
  sentRev: number;
  /** How far its own frames went: without entries they are all it hears of the log. */
  sentSeq: number;
};
