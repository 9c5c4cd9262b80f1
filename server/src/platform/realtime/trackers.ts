import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Ladder } from '../overload/index.js';
import { Deliveries } from './deliveries.js';
import { encodeTrackedFrame } from './encoded-frame.js';
import { engine } from './engine-settings.js';
import { FanOut } from './fan-out.js';
import { frameOf, trackedSince } from './frames.js';
import type { Subscription } from './subscriber.js';

const turns = engine.state.trackedEachMs / engine.tickMs;

/**
 * E8: those who track keys get what changed of them once a second, each in a frame of their own. A fifth of
 * them has its turn each tick, so that a lobby full of people is no burst.
 */
@Injectable()
export class Trackers implements OnModuleInit, OnModuleDestroy {
  private readonly byTurn = Array.from({ length: turns }, () => new Set<Subscription>());
  private turn = 0;
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly fanOut: FanOut,
    private readonly deliveries: Deliveries,
    private readonly ladder: Ladder,
  ) {}

  onModuleInit(): void {
    this.ladder.onStep(() => this.keepTime());
    this.keepTime();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** A turn each tick: under overload (E16) everybody's second lasts two and a half. */
  private keepTime(): void {
    clearInterval(this.timer);
    this.timer = setInterval(() => this.takeTurn(), this.ladder.tickMs);
  }

  add(subscription: Subscription): void {
    const fewest = this.byTurn.reduce((least, turn) => (turn.size < least.size ? turn : least));
    fewest.add(subscription);
  }

  remove(subscription: Subscription): void {
    for (const turn of this.byTurn) turn.delete(subscription);
  }

  /** Their frames begin where the entries' frames end, so they follow those that are still on their way. */
  private takeTurn(): void {
    this.turn = (this.turn + 1) % turns;
    this.deliveries.serve(this.byTurn[this.turn] ?? [], (subscription) => this.tell(subscription));
  }

  /** A reader that is behind is not told; what changed meanwhile is in the first frame after. */
  private tell(subscription: Subscription): void {
    const { topic, mode, sentRev, sentSeq, subscriber, missedFrom } = subscription;
    if (topic.rev <= sentRev || missedFrom || !subscriber.isClear) return;
    const state = trackedSince(subscription);
    subscription.sentRev = topic.rev;
    if (!state) return;
    const { seq } = this.fanOut.tellingOf(topic);
    // Who gets entries stands where the cohort stands; who does not is taken along by these frames alone.
    const after = mode === 'state' ? Math.min(sentSeq, seq) : seq;
    subscription.sentSeq = Math.max(sentSeq, seq);
    subscriber.send(encodeTrackedFrame(frameOf(topic, { after, seq, entries: [] }), state));
  }
}
