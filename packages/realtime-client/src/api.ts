import type {
  Cut,
  Entry,
  FrameMode,
  Hello,
  MessageKind,
  Notice,
  Refusal,
  ServingMode,
  SettledMessage,
  Standing,
  TopicState,
  User,
  WatchBeat,
  WatchReport,
} from '@yunhui/contracts';
import type { Settings } from './settings.js';
import type { OwnMessage, TopicView } from './topic-view.js';

/** How the hub is reached now. Members carry only what is true in them. */
export type ConnectionState =
  | { status: 'connecting' }
  | { status: 'connected'; user?: User }
  /** Away; the `attempt`-th try to come back starts at `retryAt` (this device's clock). */
  | { status: 'waiting'; attempt: number; retryAt: number }
  /** No socket for three attempts: watching and speaking go by HTTP, a little later; the socket is still being tried. */
  | { status: 'polling'; attempt: number; retryAt: number }
  | { status: 'closed'; reason: 'closed' | 'banned' | 'protocol'; refusal?: Refusal };

/** How the hub serves this connection, and how often frames come at most. */
export type ServingState = { mode: ServingMode; frameMs: number };

/** Tells when the page may have slept or the network come back. */
export type LifecycleSource = (woke: () => void) => () => void;

export type RealtimeClientOptions = {
  /** Origin of the hub, `https://hub.example`; '' means the page's own. */
  url: string;
  /**
   * Asked at every connection, so that a reconnect brings a fresh ticket; none = a viewer without a name.
   * `refused` is the ticket that the hub has just refused: do not give it again.
   */
  ticket: (refused?: string) => Promise<string | undefined>;
  /** Name and version of the program, `web/1.4.2`. */
  client?: string;
  /** Document and window in browsers, nothing in Node, when left out. */
  lifecycle?: LifecycleSource;
  settings?: Partial<Settings>;
};

/** Where a page already stands, from an answer it has read by HTTP. */
export type StartPosition = { epoch: string; seq: number; rev: number; state?: TopicState; entries?: readonly Entry[] };

export type FollowOptions = {
  mode?: FrameMode;
  /** Only these state keys are sent. Left out = the whole state. */
  keys?: readonly string[];
  start?: StartPosition;
};

export type OutgoingMessage = {
  topic: string;
  kind: MessageKind;
  text: string;
  replyTo?: number;
  style?: OwnMessage['style'];
  mediaAt?: number;
  session?: string;
};

/** Ends what it was returned for: a following, a listener. */
export type Stop = () => void;

/** The realtime protocol, kept right through lost networks, sleeping phones and restarted hubs. */
export interface RealtimeClient {
  /** Keeps a topic current and calls `changed` when its view is another. Left when the last follower stops. */
  follow(topic: string, changed: () => void, options?: FollowOptions): Stop;
  /** The same object until something changes, as `useSyncExternalStore` wants it. */
  viewOf(topic: string): TopicView;
  /** Replaces the tracked state keys of a topic; changes within 100 ms are sent as one. */
  track(topic: string, keys: readonly string[]): void;
  /** Loads history before what is shown. False when there is no more. Throws `RequestRefused`. */
  older(topic: string): Promise<boolean>;

  /** Says something; the id is returned at once and the message is in `own` until it is in `entries`. */
  send(message: OutgoingMessage): string;
  /** Tries an unsent or refused message again, under its id. */
  resend(topic: string, id: string): void;
  /** Forgets an own message that did not make it. */
  discard(topic: string, id: string): void;
  /** Takes back one's own, held or published. Throws `RequestRefused`. */
  retract(topic: string, id: string): Promise<void>;
  /** Counted at most once; dropped while there is no socket. */
  react(topic: string, name: string, count: number): void;
  beat(beat: WatchBeat): void;
  /** How links play here; at most once, and dropped while the hub is away. */
  report(report: WatchReport): void;

  readonly connection: ConnectionState;
  onConnection(listener: (state: ConnectionState) => void): Stop;
  /** Whether the hub leaves something out for now, because it has more to do than it can. */
  readonly serving: ServingState;
  onServing(listener: (state: ServingState) => void): Stop;
  /** What holds for the last connection; none before the first. */
  readonly hello: Hello | undefined;
  /** The hub's clock in ms, as well as it is known. */
  serverNow(): number;
  /** All that is cut off now, as told on this connection: what plays of it stops. The same object until it changes. */
  readonly cuts: readonly Cut[];
  onCuts(listener: (cuts: readonly Cut[]) => void): Stop;
  onNotice(listener: (notice: Notice) => void): Stop;
  /** What the hub has last said of one's standing, on this connection or the one before. */
  readonly standing: Standing | undefined;
  onStanding(listener: (standing: Standing) => void): Stop;
  /** Each verdict over an own message once, also those reached while one was away. */
  onSettled(listener: (settled: SettledMessage) => void): Stop;

  /** The ticket is another (signed in or out): connects again with it. */
  renew(): void;
  /** Ends everything; the client is not used again. */
  close(): void;
}
