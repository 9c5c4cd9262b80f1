import { Injectable } from '@nestjs/common';
import type { Frame } from '@yunhui/contracts';
import { encodeFrame, type EncodedFrame } from './encoded-frame.js';
import { EngineFigures } from './engine-figures.js';
import { engine } from './engine-settings.js';
import type { Cohort, Position, Subscription } from './subscriber.js';
import type { WarmTopic } from './warm-topic.js';

/** One frame of a cohort; `from` is where whoever cannot take it now will have to be fetched. */
type Parcel = { cohort: Cohort; frame: EncodedFrame; from: Position };
/** Somebody's turn, and how each of them is served. */
type Round = { to: readonly Subscription[]; serve: (subscription: Subscription) => void };

/**
 * Hands each frame to its cohort, once encoded, a slice of the cohort at a time: between two slices the
 * process does whatever else has come. Who has not taken what was sent before is passed over, so that a
 * reader who is slow or dead costs one frame of memory, and gets all it missed in one when it reads again.
 */
@Injectable()
export class Deliveries {
  private readonly cohorts = new WeakMap<WarmTopic, Map<Cohort, Set<Subscription>>>();
  private readonly late = new Set<Subscription>();
  private readonly rounds: Round[] = [];
  /** How many of the first round have been served. */
  private served = 0;
  private afterwards?: () => void;
  private handingSince = 0;
  private longestMs = 0;

  constructor(private readonly figures: EngineFigures) {
    figures.gauge('hub_readers_behind', 'Subscriptions of readers that have not taken what was sent', () => this.late.size);
  }

  /** Frames of the last tick are still on their way to somebody. */
  get areUnderWay(): boolean {
    return this.rounds.length > 0;
  }

  /** At once, or as soon as nothing is on its way any more; of what waits, only the last is done. */
  whenClear(act: () => void): void {
    if (this.areUnderWay) this.afterwards = act;
    else act();
  }

  /** Serves each of these once what is on its way has arrived, a slice at a time. */
  serve(to: Iterable<Subscription>, serve: (subscription: Subscription) => void): void {
    this.queue({ to: [...to], serve });
  }

  add(subscription: Subscription): void {
    const { topic, cohort } = subscription;
    const ofTopic = this.cohorts.get(topic) ?? new Map<Cohort, Set<Subscription>>();
    this.cohorts.set(topic, ofTopic.set(cohort, (ofTopic.get(cohort) ?? new Set()).add(subscription)));
  }

  remove(subscription: Subscription): void {
    const { topic, cohort } = subscription;
    subscription.hasLeft = true;
    this.late.delete(subscription);
    this.cohorts.get(topic)?.get(cohort)?.delete(subscription);
  }

  /** The longest that frames were under way since this was last asked; those that still are count. */
  takeLongestMs(): number {
    const longest = this.areUnderWay ? Math.max(this.longestMs, performance.now() - this.handingSince) : this.longestMs;
    this.longestMs = 0;
    return longest;
  }

  /** State alone from now on. What they miss of the log begins at `from`, or where they were passed over before. */
  rest(subscription: Subscription, from: Position): void {
    this.move(subscription, 'resting');
    subscription.restedFrom = subscription.missedFrom ?? from;
  }

  /** Back to everything: the next tick brings what was missed, in one frame. */
  wake(subscription: Subscription): void {
    if (!subscription.restedFrom) return;
    this.move(subscription, 'full');
    subscription.missedFrom = subscription.restedFrom;
    subscription.restedFrom = undefined;
    this.late.add(subscription);
  }

  has(topic: WarmTopic, cohort: Cohort): boolean {
    return (this.cohorts.get(topic)?.get(cohort)?.size ?? 0) > 0;
  }

  /** To everybody of a cohort but those who are behind: what they miss grows by this frame. */
  send(topic: WarmTopic, cohort: Cohort, frame: Frame, from: Position): void {
    const members = this.cohorts.get(topic)?.get(cohort);
    if (!members) return;
    const to = this.late.size === 0 ? [...members] : [...members].filter(({ missedFrom }) => !missedFrom);
    this.figures.framed(cohort);
    this.post(to, { cohort, frame: encodeFrame(frame), from });
  }

  /** To those who were passed over and read again: one frame since, made once for all who stand in the same place. */
  catchUp(frameFor: (subscription: Subscription, from: Position) => Frame): void {
    const made = new Map<string, EncodedFrame>();
    for (const subscription of this.late) {
      const { subscriber, topic, cohort, missedFrom: from } = subscription;
      if (!from || !subscriber.isClear) continue;
      const place = `${topic.name} ${cohort} ${from.epoch} ${from.seq} ${from.rev}`;
      const frame = made.get(place) ?? encodeFrame(frameFor(subscription, from));
      made.set(place, frame);
      subscription.missedFrom = undefined;
      this.late.delete(subscription);
      this.post([subscription], { cohort, frame, from });
    }
  }

  private move(subscription: Subscription, cohort: Cohort): void {
    this.cohorts.get(subscription.topic)?.get(subscription.cohort)?.delete(subscription);
    subscription.cohort = cohort;
    this.add(subscription);
  }

  private post(to: readonly Subscription[], parcel: Parcel): void {
    this.queue({ to, serve: (subscription) => this.give(subscription, parcel) });
  }

  private queue(round: Round): void {
    if (round.to.length === 0) return;
    if (this.rounds.push(round) > 1) return;
    this.handingSince = performance.now();
    this.hand();
  }

  private readonly hand = (): void => {
    let budget = engine.delivery.slice;
    for (let round = this.rounds[0]; round && budget > 0; round = this.rounds[0]) {
      const slice = round.to.slice(this.served, this.served + budget);
      for (const subscription of slice) if (!subscription.hasLeft && !subscription.subscriber.gone) round.serve(subscription);
      budget -= slice.length;
      this.served += slice.length;
      if (this.served < round.to.length) break;
      this.rounds.shift();
      this.served = 0;
    }
    if (this.areUnderWay) setImmediate(this.hand);
    else this.finish();
  };

  private finish(): void {
    this.longestMs = Math.max(this.longestMs, performance.now() - this.handingSince);
    const act = this.afterwards;
    this.afterwards = undefined;
    act?.();
  }

  private give(subscription: Subscription, { cohort, frame, from }: Parcel): void {
    const { subscriber } = subscription;
    // Who has woken meanwhile is owed the entries that this frame leaves out.
    if (cohort === 'resting' && subscription.cohort !== 'resting') return;
    if (subscriber.isClear) return subscriber.send(frame);
    subscription.missedFrom = from;
    // A frame that was on its way to them when they went to rest is part of what they will have missed.
    if (subscription.restedFrom && from.seq < subscription.restedFrom.seq) subscription.restedFrom = from;
    this.late.add(subscription);
    this.figures.passedOver();
  }
}
