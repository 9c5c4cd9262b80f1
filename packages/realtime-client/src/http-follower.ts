import type { FramesAnswer, Mine, SettledMessage, Snapshot } from '@yunhui/contracts';
import { applyJoined, applyPolled, fillIn } from './apply-frame.js';
import { spread } from './delays.js';
import type { FollowedTopic } from './followed-topic.js';
import type { FollowedTopics } from './followed-topics.js';
import { type HubHttp, topicPath } from './hub-http.js';
import { restoreMine } from './own-messages.js';
import type { Settings } from './settings.js';
import type { TicketDesk } from './ticket-desk.js';
import type { TopicReplica } from './topic-view.js';

/** One topic being polled. */
type Poll = { timer?: ReturnType<typeof setTimeout>; etag?: string; everyMs: number; failures: number; needsTicket: boolean };

/** Follows topics without a socket: everybody polls the same snapshot, and only a hole is asked for on its own. */
export class HttpFollower {
  readonly #polls = new Map<FollowedTopic, Poll>();
  #running = false;

  constructor(
    private readonly topics: FollowedTopics,
    private readonly http: HubHttp,
    private readonly tickets: TicketDesk,
    private readonly settings: Settings,
    private readonly settled: (verdicts: readonly SettledMessage[]) => void,
  ) {
    topics.wanted.add((topic) => this.#begin(topic));
    topics.abandoned.add((topic) => this.#end(topic));
  }

  start(): void {
    this.#running = true;
    for (const topic of this.topics.followed()) this.#begin(topic);
  }

  stop(): void {
    this.#running = false;
    for (const topic of this.#polls.keys()) this.#end(topic);
  }

  /** Reads once what an overloaded hub has left out of its frames. By lot: to everybody it is over at the same moment. */
  fillIn(): void {
    for (const topic of this.topics.followed()) {
      if (topic.mode() === 'state') continue;
      clearTimeout(topic.timers.fillIn);
      topic.timers.fillIn = setTimeout(() => void this.#fillIn(topic), Math.random() * this.settings.fillInWithinMs);
    }
  }

  async #fillIn(topic: FollowedTopic): Promise<void> {
    const got = await this.http.get<Snapshot>(topicPath(topic.name, 'snapshot'));
    if (got.status === 'fresh') topic.become(fillIn(topic.replica, got.value));
  }

  #begin(topic: FollowedTopic): void {
    if (!this.#running || this.#polls.has(topic)) return;
    const poll: Poll = { everyMs: this.settings.pollAfterMs, failures: 0, needsTicket: false };
    this.#polls.set(topic, poll);
    void this.#turn(topic, poll);
  }

  #end(topic: FollowedTopic): void {
    clearTimeout(this.#polls.get(topic)?.timer);
    this.#polls.delete(topic);
  }

  async #turn(topic: FollowedTopic, poll: Poll): Promise<void> {
    const nextMs = await this.#look(topic, poll);
    if (this.#polls.get(topic) !== poll) return;
    poll.timer = setTimeout(() => void this.#turn(topic, poll), spread(nextMs));
  }

  /** Reads once, and says when to read again. */
  async #look(topic: FollowedTopic, poll: Poll): Promise<number> {
    const ticket = poll.needsTicket ? await this.#ticket() : undefined;
    const got = await this.http.get<Snapshot>(topicPath(topic.name, 'snapshot'), { etag: poll.etag, ticket });
    if (this.#polls.get(topic) !== poll) return 0;
    if (got.status === 'unreachable') return this.#failed(poll);
    if (got.status === 'refused') return this.#refused(topic, poll, got.refusal);
    poll.failures = 0;
    if (got.status === 'fresh') await this.#take(topic, poll, got.value, got.etag);
    else if (topic.replica.status !== 'live') topic.become({ ...topic.replica, status: 'live' });
    await this.#askForMine(topic);
    return poll.everyMs;
  }

  /** The ETag counts only when nothing is missing: "unchanged" must mean that one has it all. */
  async #take(topic: FollowedTopic, poll: Poll, snapshot: Snapshot, etag?: string): Promise<void> {
    poll.everyMs = snapshot.pollAfterMs;
    topic.become(applyPolled(topic.replica, topic.mode() === 'state' ? withoutEntries(snapshot, topic.replica) : snapshot));
    if (topic.replica.status === 'behind') await this.#closeHole(topic);
    poll.etag = topic.replica.status === 'live' ? etag : undefined;
  }

  async #closeHole(topic: FollowedTopic): Promise<void> {
    const { epoch, seq } = topic.replica;
    const ticket = this.#polls.get(topic)?.needsTicket ? await this.#ticket() : undefined;
    const got = await this.http.get<FramesAnswer>(topicPath(topic.name, 'frames', { epoch, after: seq }), { ticket });
    if (got.status === 'fresh') topic.become(applyJoined(topic.replica, got.value));
  }

  /** A verdict over what one said reaches one without a socket too. */
  async #askForMine(topic: FollowedTopic): Promise<void> {
    const held = topic.replica.own.filter(({ status }) => status === 'held').map(({ id }) => id);
    if (held.length === 0) return;
    const got = await this.http.get<Mine>(topicPath(topic.name, 'mine'), { ticket: await this.#ticket() });
    if (got.status !== 'fresh') return;
    topic.become(restoreMine(topic.replica, got.value, new Set(held)));
    this.settled(got.value.settled);
  }

  /** Public topics are read without a ticket, so that everybody's bytes can be the same; others are hidden without one. */
  #refused(topic: FollowedTopic, poll: Poll, refusal: NonNullable<TopicReplica['refusal']>): number {
    if (refusal.retry === 'later') return Math.max(refusal.retryAfterMs ?? 0, this.#failed(poll));
    if (poll.needsTicket) topic.become({ ...topic.replica, status: 'refused', refusal });
    const askAgainMs = poll.needsTicket ? this.settings.reconnectMaxMs : 0;
    poll.needsTicket = true;
    return askAgainMs;
  }

  #failed(poll: Poll): number {
    poll.failures += 1;
    return Math.min(this.settings.reconnectMaxMs, this.settings.pollAfterMs * 2 ** (poll.failures - 1));
  }

  #ticket(): Promise<string | undefined> {
    return this.tickets.current().catch(() => undefined);
  }
}

/** For who follows the state alone: its numbers without its entries, so that there is never a hole. */
function withoutEntries(snapshot: Snapshot, { seq }: TopicReplica): Snapshot {
  const after = Math.min(snapshot.after, seq);
  return { ...snapshot, after, entries: [], dropped: snapshot.seq - after };
}
