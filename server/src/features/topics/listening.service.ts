import { Injectable } from '@nestjs/common';
import type { Ack, JoinedTopic, JoinTopic, Mine, TopicState } from '@yunhui/contracts';
import { HubError } from '../../platform/hub-error.js';
import { type Doing, Holds, Serving, type Subscriber, Subscriptions } from '../../platform/realtime/index.js';
import { isConversation } from './topics.rules.js';

/** So long a join waits for what only its speaker knows of: a slow store must not keep anybody from watching. */
const minePatienceMs = 300;

/** Joining, resuming, tracking. */
@Injectable()
export class ListeningService {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly holds: Holds,
    private readonly serving: Serving,
  ) {}

  begin(subscriber: Subscriber): void {
    this.serving.begin(subscriber);
  }

  /** Whoever does something is served before those who do not, when a node cannot serve all alike. */
  notice(subscriber: Subscriber, doing: Doing): void {
    this.serving.notice(subscriber, doing);
  }

  /** Who joins hears everything from their position on; a speaker also what became of their own words. */
  async join(subscriber: Subscriber, request: JoinTopic): Promise<JoinedTopic> {
    const { user } = subscriber.viewer;
    // Read before the join: a frame must not overtake the answer that it continues.
    const mine = user && isConversation(request.topic) ? await this.mineSoon(user.id, request.topic) : undefined;
    const joined = await this.subscriptions.join(subscriber, request);
    // In the answer for every client; and once more as events, for those are what a client can say it has shown.
    for (const settled of mine?.settled ?? [])
      subscriber.settled(settled, () => void this.holds.seen(user?.id ?? '', settled.id).catch(() => undefined));
    return mine ? { ...joined, mine } : joined;
  }

  /** Several at once; each is answered for itself, in order. */
  async joinAll(subscriber: Subscriber, requests: readonly JoinTopic[]): Promise<Ack<JoinedTopic>[]> {
    // A cold topic must not delay the answer of a warm one, whose frames would arrive before it.
    await this.subscriptions.prepare(requests.map(({ topic }) => topic));
    return Promise.all(
      requests.map((request) =>
        this.join(subscriber, request).then(
          (value): Ack<JoinedTopic> => ({ ok: true, value }),
          (error: unknown): Ack<JoinedTopic> => {
            if (error instanceof HubError) return { ok: false, error: error.toRefusal() };
            throw error;
          },
        ),
      ),
    );
  }

  private mineSoon(user: string, topic: string): Promise<Mine | undefined> {
    const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), minePatienceMs).unref());
    return Promise.race([this.holds.mine(user, topic).catch(() => undefined), late]);
  }

  leave(subscriber: Subscriber, topic: string): void {
    this.subscriptions.leave(subscriber, topic);
  }

  track(subscriber: Subscriber, topic: string, add: readonly string[], remove: readonly string[]): { rev: number; state: TopicState } {
    return this.subscriptions.track(subscriber, topic, add, remove);
  }

  drop(subscriber: Subscriber): void {
    this.serving.end(subscriber);
    this.subscriptions.drop(subscriber);
  }
}
