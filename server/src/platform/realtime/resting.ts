import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Deliveries } from './deliveries.js';
import { engine } from './engine-settings.js';
import { FanOut } from './fan-out.js';
import { frameSince, hasRestarted, positionOf } from './frames.js';
import type { Position, Subscription } from './subscriber.js';
import type { WarmTopic } from './warm-topic.js';

/**
 * E16, third step: who rests gets what changed of a topic's state every two seconds and none of its entries. Where
 * they stood is kept for them, as for a reader that is behind; when they are back, one frame brings everything since.
 */
@Injectable()
export class Resting implements OnModuleInit, OnModuleDestroy {
  private readonly told = new Map<WarmTopic, Position>();
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly fanOut: FanOut,
    private readonly deliveries: Deliveries,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => this.tell(), engine.serving.restingEachMs);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Only those of the shared cohort: who tracks keys has frames of their own, and staff watch what is not shown too. */
  rest(subscription: Subscription): void {
    if (subscription.cohort !== 'full') return;
    const { topic } = subscription;
    const told = this.fanOut.tellingOf(topic);
    if (!this.deliveries.has(topic, 'resting')) this.told.set(topic, told);
    this.deliveries.rest(subscription, told);
  }

  wake(subscription: Subscription): void {
    this.deliveries.wake(subscription);
  }

  private tell(): void {
    for (const [topic, told] of this.told) {
      if (!this.deliveries.has(topic, 'resting')) this.told.delete(topic);
      else if (topic.rev > told.rev || hasRestarted(topic, told)) this.frame(topic, told);
    }
  }

  private frame(topic: WarmTopic, told: Position): void {
    this.told.set(topic, positionOf(topic));
    this.deliveries.send(topic, 'resting', frameSince(topic, 'resting', told), told);
  }
}
