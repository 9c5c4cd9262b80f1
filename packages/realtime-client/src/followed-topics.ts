import type { FollowOptions, Stop } from './api.js';
import { FollowedTopic } from './followed-topic.js';
import { Listeners } from './listeners.js';
import type { Settings } from './settings.js';
import { emptyReplica, type TopicReplica } from './topic-view.js';

/** All topics of this client: those followed, and the last ones left, for who comes back. */
export class FollowedTopics {
  /** A topic has its first follower, or needs to be joined otherwise than it is. */
  readonly wanted = new Listeners<FollowedTopic>();
  /** The last follower went, and nobody came for a moment. */
  readonly abandoned = new Listeners<FollowedTopic>();
  readonly #topics = new Map<string, FollowedTopic>();
  readonly #unknown = new Map<string, TopicReplica>();

  constructor(private readonly settings: Settings) {}

  follow(name: string, changed: () => void, { mode = 'full', keys, start }: FollowOptions): Stop {
    const topic = this.#topicOf(name);
    const follower = { changed, mode };
    topic.followers.add(follower);
    clearTimeout(topic.timers.leave);
    if (keys) topic.keys = keys;
    if (start) topic.startAt(start);
    if (topic.membership === 'none' || topic.mode() !== topic.joinedMode) this.wanted.tell(topic);
    return () => this.#stop(topic, follower);
  }

  /** The same object as long as nothing changes, also for a topic that nobody follows yet. */
  viewOf(name: string): TopicReplica {
    const topic = this.#topics.get(name);
    if (topic) return topic.replica;
    const unknown = this.#unknown.get(name) ?? emptyReplica(name, this.settings.entriesKept);
    this.#unknown.set(name, unknown);
    return unknown;
  }

  find(name: string): FollowedTopic | undefined {
    return this.#topics.get(name);
  }

  followed(): FollowedTopic[] {
    return [...this.#topics.values()].filter(({ followers }) => followers.size > 0);
  }

  all(): FollowedTopic[] {
    return [...this.#topics.values()];
  }

  /** Changes one topic's replica; made when it is not there yet, so that what is said in it is shown. */
  change(name: string, how: (replica: TopicReplica) => TopicReplica): void {
    const topic = this.#topicOf(name);
    topic.become(how(topic.replica));
  }

  changeAll(how: (replica: TopicReplica) => TopicReplica): void {
    for (const topic of this.#topics.values()) topic.become(how(topic.replica));
  }

  clear(): void {
    for (const topic of this.#topics.values()) topic.clearTimers();
  }

  #stop(topic: FollowedTopic, follower: Parameters<FollowedTopic['followers']['add']>[0]): void {
    if (!topic.followers.delete(follower) || topic.followers.size > 0) return;
    clearTimeout(topic.timers.leave);
    topic.timers.leave = setTimeout(() => {
      topic.clearTimers();
      this.abandoned.tell(topic);
      this.#forgetOldest();
    }, this.settings.leaveAfterMs);
  }

  #topicOf(name: string): FollowedTopic {
    const known = this.#topics.get(name) ?? new FollowedTopic(name, this.settings.entriesKept);
    this.#unknown.delete(name);
    this.#topics.delete(name);
    this.#topics.set(name, known);
    return known;
  }

  /** Map order is order of use: the first ones were not used for longest. */
  #forgetOldest(): void {
    const left = [...this.#topics.values()].filter(({ followers, replica }) => followers.size === 0 && replica.own.length === 0);
    for (const topic of left.slice(0, -this.settings.leftTopicsKept)) this.#topics.delete(topic.name);
  }
}
