import type { FrameMode, JoinTopic } from '@yunhui/contracts';
import type { StartPosition } from './api.js';
import { startAt } from './apply-frame.js';
import { emptyReplica, type TopicReplica } from './topic-view.js';

type Follower = { changed: () => void; mode: FrameMode };

/** The richer mode serves also who asked for the poorer. */
const modesByRichness = ['state', 'full', 'all'] as const satisfies FrameMode[];

/** One topic, those who follow it and how far the hub has been told of it. */
export class FollowedTopic {
  replica: TopicReplica;
  readonly followers = new Set<Follower>();
  /** State keys wanted; none = the whole state. */
  keys: readonly string[] | undefined;
  /** Keys whose values are current, because they were joined or tracked with. */
  currentKeys: ReadonlySet<string> = new Set();
  membership: 'none' | 'asked' | 'joined' = 'none';
  /** The mode of the last join. */
  joinedMode: FrameMode | undefined;
  /** One wait at a time: for a rejoin, a batch of keys, leaving, reading what was left out. */
  readonly timers: {
    rejoin?: ReturnType<typeof setTimeout>;
    track?: ReturnType<typeof setTimeout>;
    leave?: ReturnType<typeof setTimeout>;
    fillIn?: ReturnType<typeof setTimeout>;
  } = {};

  constructor(
    readonly name: string,
    keep: number,
  ) {
    this.replica = emptyReplica(name, keep);
  }

  /** Puts another replica in place of this one and tells the followers, if it is another. */
  become(replica: TopicReplica): void {
    if (replica === this.replica) return;
    this.replica = replica;
    for (const follower of this.followers) follower.changed();
  }

  /** The page has read the topic by HTTP; a topic that is further knows better. */
  startAt(start: StartPosition): void {
    if (this.replica.epoch !== undefined) return;
    this.currentKeys = new Set(Object.keys(start.state ?? {}));
    this.become(startAt(this.replica, start));
  }

  mode(): FrameMode {
    const wanted = [...this.followers].map(({ mode }) => modesByRichness.indexOf(mode));
    return modesByRichness[Math.max(...wanted, 0)] ?? 'full';
  }

  /**
   * What to join with. A position counts only in a mode that has shown as much: who followed the state
   * alone knows the numbers without the entries.
   */
  joinRequest(): JoinTopic {
    const { epoch, seq, rev } = this.replica;
    const mode = this.mode();
    const isRicher = this.joinedMode !== undefined && modesByRichness.indexOf(mode) > modesByRichness.indexOf(this.joinedMode);
    const position = epoch === undefined || isRicher ? {} : { epoch, after: seq, rev };
    return { topic: this.name, mode, ...position, ...(this.keys ? { keys: [...this.keys], patches: true } : {}) };
  }

  clearTimers(): void {
    for (const timer of Object.values(this.timers)) clearTimeout(timer);
  }
}
