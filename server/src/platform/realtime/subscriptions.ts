import { Injectable } from '@nestjs/common';
import type { FrameMode, JoinedTopic, JoinTopic, TopicState } from '@yunhui/contracts';
import { mayRead, RegionTree, type Viewer } from '../auth/index.js';
import { HubError } from '../hub-error.js';
import { engine } from './engine-settings.js';
import { FanOut } from './fan-out.js';
import { Resume } from './resume.js';
import type { Cohort, Subscriber, Subscription } from './subscriber.js';
import { Trackers } from './trackers.js';
import type { WarmTopic } from './warm-topic.js';
import { WarmTopics } from './warm-topics.js';

/** Who listens to what on this node. */
@Injectable()
export class Subscriptions {
  private readonly bySubscriber = new Map<string, Map<string, Subscription>>();
  /** The newest join of each topic that is on its way; one that was left or overtaken subscribes to nothing. */
  private readonly joining = new Map<string, Map<string, symbol>>();

  constructor(
    private readonly warm: WarmTopics,
    private readonly fanOut: FanOut,
    private readonly trackers: Trackers,
    private readonly resume: Resume,
    private readonly regions: RegionTree,
  ) {}

  /** Joins, or joins again with a position. From the answer on, every frame continues what was answered. */
  async join(subscriber: Subscriber, request: JoinTopic): Promise<JoinedTopic> {
    const { topic: name, epoch, after, rev, mode = 'full', patches } = request;
    this.refuseTooMany(subscriber, name);
    if (mode === 'all' && !isStaff(subscriber)) throw new HubError('access.refused', { field: 'mode' });
    const attempt = this.begin(subscriber, name);
    const topic = await this.readable(subscriber, name);
    const keys = request.keys && new Set(request.keys);
    const answer = await this.resume.join(topic, { epoch, after, rev, keys, mode });
    // Nothing is awaited between the answer's numbers and the cohort, so no frame falls between them.
    if (!this.isCurrent(subscriber, name, attempt)) return answer;
    this.refuseTooMany(subscriber, name);
    this.forget(subscriber, name);
    const patchesAfter = patches ? Math.max(topic.rev, rev ?? 0) : undefined;
    this.remember({ subscriber, topic, mode, keys, patchesAfter });
    return answer;
  }

  /** Warms topics, so that joining them afterwards waits for nothing. */
  async prepare(names: readonly string[]): Promise<void> {
    await Promise.allSettled(names.map((name) => this.warm.use(name)));
  }

  /** Also of a join that is still on its way. */
  leave(subscriber: Subscriber, name: string): void {
    this.joining.get(subscriber.id)?.delete(name);
    this.forget(subscriber, name);
  }

  /** Changes the tracked keys of a joined topic; answers the values of those added. */
  track(subscriber: Subscriber, name: string, add: readonly string[], remove: readonly string[]): { rev: number; state: TopicState } {
    const subscription = this.bySubscriber.get(subscriber.id)?.get(name);
    if (!subscription) throw new HubError('topic.not-joined');
    const keys = new Set(subscription.keys);
    for (const key of remove) keys.delete(key);
    for (const key of add) keys.add(key);
    if (keys.size > engine.limits.keys) throw new HubError('topic.too-many', { field: 'add' });
    if (subscription.keys) subscription.keys = keys;
    else this.startTracking(subscription, keys);
    const { topic } = subscription;
    const state: TopicState = {};
    for (const key of add) state[key] = topic.state.get(key)?.value ?? null;
    return { rev: topic.rev, state };
  }

  /** All that somebody listens to. */
  of(subscriber: Pick<Subscriber, 'id'>): Iterable<Subscription> {
    return this.bySubscriber.get(subscriber.id)?.values() ?? [];
  }

  /** The connection ended. */
  drop(subscriber: Subscriber): void {
    for (const name of this.bySubscriber.get(subscriber.id)?.keys() ?? []) this.forget(subscriber, name);
    this.bySubscriber.delete(subscriber.id);
    this.joining.delete(subscriber.id);
  }

  /** A topic somebody may read. One they may not know of is unknown to them. */
  readable(reader: Pick<Subscriber, 'viewer'>, name: string): Promise<WarmTopic> {
    return this.readableBy(async () => reader.viewer, name);
  }

  /** The same, finding out who asks only where that matters: a public topic is read without any I/O. */
  async readableBy(viewerOf: () => Promise<Viewer>, name: string): Promise<WarmTopic> {
    const topic = await this.warm.use(name);
    if (topic?.head.audience === 'public') return topic;
    if (!topic || !mayRead(await viewerOf(), name, topic.head.audience, this.regions.pathOf))
      throw new HubError('topic.unknown', { field: 'topic' });
    return topic;
  }

  private begin(subscriber: Subscriber, name: string): symbol {
    const attempt = Symbol(name);
    const attempts = this.joining.get(subscriber.id) ?? new Map<string, symbol>();
    this.joining.set(subscriber.id, attempts.set(name, attempt));
    return attempt;
  }

  private isCurrent(subscriber: Subscriber, name: string, attempt: symbol): boolean {
    return !subscriber.gone && this.joining.get(subscriber.id)?.get(name) === attempt;
  }

  private startTracking(subscription: Subscription, keys: Set<string>): void {
    const { subscriber, topic, mode, patchesAfter } = subscription;
    this.forget(subscriber, topic.name);
    this.remember({ subscriber, topic, mode, keys, patchesAfter });
  }

  /** From here on: what the topic is now has been told. */
  private remember(begun: Pick<Subscription, 'subscriber' | 'topic' | 'mode' | 'keys' | 'patchesAfter'>): void {
    const { subscriber, topic, mode, keys } = begun;
    const subscription: Subscription = { ...begun, cohort: cohortFor(mode, keys), sentRev: topic.rev, sentSeq: topic.ring.head };
    const joined = this.bySubscriber.get(subscriber.id) ?? new Map<string, Subscription>();
    joined.set(topic.name, subscription);
    this.bySubscriber.set(subscriber.id, joined);
    topic.users++;
    this.fanOut.add(subscription);
    if (keys) this.trackers.add(subscription);
  }

  private forget(subscriber: Subscriber, name: string): void {
    const joined = this.bySubscriber.get(subscriber.id);
    const subscription = joined?.get(name);
    if (!joined || !subscription) return;
    joined.delete(name);
    const { topic } = subscription;
    topic.users--;
    topic.lastUsedAt = Date.now();
    this.fanOut.remove(subscription);
    this.trackers.remove(subscription);
  }

  private refuseTooMany(subscriber: Subscriber, name: string): void {
    const joined = this.bySubscriber.get(subscriber.id);
    const most = isStaff(subscriber) ? engine.limits.staffTopics : engine.limits.topics;
    if (joined && !joined.has(name) && joined.size >= most) throw new HubError('topic.too-many', { field: 'topic' });
  }
}

/** Moderators, reviewers and operators; hosts are not staff. */
export function isStaff({ viewer }: Pick<Subscriber, 'viewer'>): boolean {
  return viewer.user?.grants.some(({ role }) => role !== 'host') ?? false;
}

function cohortFor(mode: FrameMode, keys?: ReadonlySet<string>): Cohort {
  if (!keys || mode === 'all') return mode;
  return mode === 'full' ? 'entries' : 'keys';
}
