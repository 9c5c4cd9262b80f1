import type { Connection } from './connection.js';
import type { FollowedTopic } from './followed-topic.js';
import type { FollowedTopics } from './followed-topics.js';
import type { Settings } from './settings.js';
import { applyTracked } from './topic-state.js';

/** Tells the hub which state keys are in view. Scrolling changes them often: changes within a moment go as one. */
export class TrackedKeys {
  constructor(
    private readonly topics: FollowedTopics,
    private readonly connection: Connection,
    private readonly settings: Settings,
  ) {}

  track(name: string, keys: readonly string[]): void {
    const topic = this.topics.find(name);
    if (!topic) return;
    const wasWhole = topic.keys === undefined;
    topic.keys = [...new Set(keys)].slice(0, this.connection.hello?.limits.keys ?? 64);
    if (wasWhole && topic.membership !== 'none') this.topics.wanted.tell(topic);
    else this.#sendLater(topic);
  }

  /**
   * A join carried `keys`. A snapshot brought the values of all; a join by `rev` tells only changes, so a
   * key that was not current before has no value yet and is added once more.
   */
  joined(topic: FollowedTopic, keys: readonly string[] | undefined, fromSnapshot: boolean): void {
    const carried = new Set(keys);
    topic.currentKeys = fromSnapshot ? carried : new Set([...carried].filter((key) => topic.currentKeys.has(key)));
    if (topic.keys) this.#sendLater(topic);
  }

  #sendLater(topic: FollowedTopic): void {
    topic.timers.track ??= setTimeout(() => {
      topic.timers.track = undefined;
      void this.#send(topic);
    }, this.settings.trackBatchMs);
  }

  async #send(topic: FollowedTopic): Promise<void> {
    if (topic.membership !== 'joined' || !topic.keys) return;
    const wanted = new Set(topic.keys);
    const add = [...wanted].filter((key) => !topic.currentKeys.has(key));
    const remove = [...topic.currentKeys].filter((key) => !wanted.has(key));
    if (add.length + remove.length === 0) return;
    topic.currentKeys = wanted;
    const answer = await this.connection.request('topic.track', { topic: topic.name, add, remove });
    if (answer?.ok) topic.become(applyTracked(topic.replica, add, answer.value));
    else topic.currentKeys = new Set([...topic.currentKeys].filter((key) => !add.includes(key)));
  }
}
