import type { Ack, Frame, JoinedTopic, JoinTopic } from '@yunhui/contracts';
import { applyFrame, applyJoined, fallBehind } from './apply-frame.js';
import type { Connection } from './connection.js';
import type { FollowedTopic } from './followed-topic.js';
import type { FollowedTopics } from './followed-topics.js';
import { restoreMine } from './own-messages.js';
import type { Settings } from './settings.js';

/** The hub takes as many in one `topic.join`. */
const topicsPerJoin = 8;

/** Told of each answered join, for what it means beyond its topic. */
export type Joined = (topic: FollowedTopic, request: JoinTopic, answer: JoinedTopic) => void;

/** Joins what is followed, in as few calls as may be, and again whenever something is missing. */
export class TopicJoins {
  #flush: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly topics: FollowedTopics,
    private readonly connection: Connection,
    private readonly settings: Settings,
    private readonly joined: Joined,
  ) {
    topics.wanted.add((topic) => this.#ask(topic));
    topics.abandoned.add((topic) => this.#leave(topic));
  }

  /** Another connection knows nothing of us. */
  connected(): void {
    this.#forgetMembership();
    for (const topic of this.topics.followed()) this.#ask(topic);
  }

  lost(): void {
    this.#forgetMembership();
    this.rest(false);
    this.topics.changeAll(fallBehind);
  }

  /** The hub shows state alone for now: entries are not missing, they come later. Who tracks keys is not meant. */
  rest(isResting: boolean): void {
    for (const topic of this.topics.all()) {
      const rests = isResting && topic.membership === 'joined' && topic.joinedMode === 'full' && !topic.keys;
      if (topic.replica.resting !== rests) topic.become({ ...topic.replica, resting: rests });
    }
  }

  frame(frame: Frame): void {
    const topic = this.topics.find(frame.topic);
    if (!topic || topic.followers.size === 0) return;
    topic.become(applyFrame(topic.replica, frame));
    if (topic.replica.status === 'behind' && topic.membership === 'joined') this.#rejoinLater(topic);
  }

  /** Ends what is waited for. */
  stop(): void {
    clearTimeout(this.#flush);
  }

  #forgetMembership(): void {
    for (const topic of this.topics.all()) {
      topic.membership = 'none';
      clearTimeout(topic.timers.rejoin);
      topic.timers.rejoin = undefined;
    }
  }

  /** Topics asked for in one turn of the event loop go in one call: a page that opens follows several. */
  #ask(topic: FollowedTopic): void {
    topic.membership = 'none';
    clearTimeout(topic.timers.rejoin);
    topic.timers.rejoin = undefined;
    this.#flush ??= setTimeout(() => {
      this.#flush = undefined;
      this.#joinAll();
    }, 0);
  }

  #joinAll(): void {
    if (this.connection.state.status !== 'connected') return;
    const unasked = this.topics.followed().filter(({ membership }) => membership === 'none');
    for (let first = 0; first < unasked.length; first += topicsPerJoin) void this.#join(unasked.slice(first, first + topicsPerJoin));
  }

  async #join(topics: FollowedTopic[]): Promise<void> {
    const requests = topics.map((topic) => this.#requestOf(topic));
    const held = topics.map(({ replica }) => new Set(replica.own.filter(({ status }) => status === 'held').map(({ id }) => id)));
    const { hello } = this.connection;
    const answer = await this.connection.request('topic.join', { topics: requests });
    if (hello !== this.connection.hello || this.connection.state.status !== 'connected') return;
    topics.forEach((topic, index) => {
      const ack = answer?.ok ? (answer.value as Ack<JoinedTopic>[])[index] : answer;
      const request = requests[index];
      if (request) this.#answered(topic, request, ack, held[index] ?? new Set());
    });
  }

  #requestOf(topic: FollowedTopic): JoinTopic {
    const request = topic.joinRequest();
    topic.membership = 'asked';
    topic.joinedMode = request.mode;
    return request;
  }

  #answered(topic: FollowedTopic, request: JoinTopic, ack: Ack<JoinedTopic> | undefined, heldBefore: ReadonlySet<string>): void {
    if (topic.membership !== 'asked') return;
    if (!ack?.ok) return this.#refused(topic, ack);
    const { value } = ack;
    topic.membership = 'joined';
    const joined = applyJoined(topic.replica, value, request.keys);
    topic.become(value.mine ? restoreMine(joined, value.mine, heldBefore) : joined);
    this.joined(topic, request, value);
    if (topic.followers.size === 0) this.#leave(topic);
    else if (topic.replica.status === 'behind') this.#rejoinLater(topic);
  }

  #refused(topic: FollowedTopic, ack: Extract<Ack<JoinedTopic>, { ok: false }> | undefined): void {
    topic.membership = 'none';
    const refusal = ack?.error;
    if (refusal?.retry === 'resume') topic.become({ ...topic.replica, epoch: undefined });
    if (refusal && (refusal.retry === 'never' || refusal.retry === 'sign-in'))
      topic.become({ ...topic.replica, status: 'refused', refusal });
    else this.#rejoinLater(topic, refusal?.retryAfterMs);
  }

  /** Once, after a wait by lot: who lost the same frame must not ask at the same moment. */
  #rejoinLater(topic: FollowedTopic, afterMs = 0): void {
    topic.timers.rejoin ??= setTimeout(
      () => {
        topic.timers.rejoin = undefined;
        if (topic.replica.status !== 'live' || topic.membership === 'none') this.#ask(topic);
      },
      afterMs + Math.random() * this.settings.rejoinWithinMs,
    );
  }

  #leave(topic: FollowedTopic): void {
    if (topic.membership === 'none') return;
    topic.membership = 'none';
    topic.become(fallBehind(topic.replica));
    this.connection.tell('topic.leave', { topic: topic.name });
  }
}
