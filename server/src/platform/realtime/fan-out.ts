import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Frame } from '@yunhui/contracts';
import { isAtLeast, Ladder } from '../overload/index.js';
import { Deliveries } from './deliveries.js';
import { EngineFigures } from './engine-figures.js';
import { engine } from './engine-settings.js';
import { frameOf, frameSince, hasRestarted, positionOf, stateSince, thinned } from './frames.js';
import { LogRepository } from './log.repository.js';
import { entryOf } from './log.types.js';
import type { Cohort, Position, Subscription } from './subscriber.js';
import type { WarmTopic } from './warm-topic.js';
import { WarmTopics } from './warm-topics.js';

/** What the cohorts of a topic have been told so far on this node; `allSeq` goes for those who also see what is not shown. */
type Told = Position & { allSeq: number };

const shared = ['full', 'state', 'entries'] as const satisfies Cohort[];

/**
 * E6: each tick, one frame per topic and cohort. Once a second, what is not shown to the staff who watch that too.
 * E16: under overload the tick is longer, and from the second step on every second message is left out.
 */
@Injectable()
export class FanOut implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(FanOut.name);
  private readonly news = new Set<WarmTopic>();
  private readonly told = new WeakMap<WarmTopic, Told>();
  /** Topics with staff who also watch what is not shown, and how many of them. */
  private readonly watchedWhole = new Map<WarmTopic, number>();
  private ticking?: NodeJS.Timeout;
  private watching?: NodeJS.Timeout;

  constructor(
    private readonly warm: WarmTopics,
    private readonly deliveries: Deliveries,
    private readonly log: LogRepository,
    private readonly ladder: Ladder,
    private readonly figures: EngineFigures,
  ) {}

  onModuleInit(): void {
    this.warm.onNews((topic) => this.news.add(topic));
    this.ladder.measures(() => this.deliveries.takeLongestMs());
    this.ladder.onStep(() => this.keepTime());
    this.keepTime();
    this.watching = setInterval(() => void this.tellWatchers(), engine.all.everyMs);
  }

  onModuleDestroy(): void {
    clearInterval(this.ticking);
    clearInterval(this.watching);
  }

  add(subscription: Subscription): void {
    const { topic, mode } = subscription;
    const told = this.toldOf(topic);
    this.deliveries.add(subscription);
    if (mode !== 'all') return;
    const watchers = this.watchedWhole.get(topic) ?? 0;
    // Nobody was told meanwhile, so the first goes on from where their join left them.
    if (watchers === 0) this.told.set(topic, { ...told, allSeq: topic.ring.head });
    this.watchedWhole.set(topic, watchers + 1);
  }

  remove(subscription: Subscription): void {
    const { topic, mode } = subscription;
    this.deliveries.remove(subscription);
    if (mode !== 'all') return;
    const left = (this.watchedWhole.get(topic) ?? 1) - 1;
    if (left > 0) this.watchedWhole.set(topic, left);
    else this.watchedWhole.delete(topic);
  }

  private keepTime(): void {
    clearInterval(this.ticking);
    this.ticking = setInterval(() => this.deliveries.whenClear(this.tick), this.ladder.tickMs);
  }

  /**
   * Frames only what is news; a topic nobody listens to only moves its mark. While the last frames are still going out,
   * what is news waits for them, and not for the tick after.
   */
  private readonly tick = (): void => {
    for (const topic of this.news) this.frame(topic);
    this.news.clear();
    this.deliveries.catchUp((subscription, from) => this.missed(subscription, from));
  };

  private frame(topic: WarmTopic): void {
    const told = this.toldOf(topic);
    const now = positionOf(topic);
    const restarted = hasRestarted(topic, told);
    this.told.set(topic, { ...now, allSeq: restarted ? now.seq : told.allSeq });
    if (topic.users === 0) return;
    for (const cohort of shared) {
      if (cohort === 'entries' && now.seq === told.seq && !restarted) continue;
      if (this.deliveries.has(topic, cohort)) this.deliveries.send(topic, cohort, this.frameFor(topic, cohort, told), told);
    }
    const state = restarted ? undefined : stateSince(topic, told.rev);
    if (state) this.sendAll(topic, frameOf(topic, { after: told.allSeq, seq: told.allSeq, entries: [] }, state), told);
  }

  private frameFor(topic: WarmTopic, cohort: Cohort, from: Position): Frame {
    const whole = frameSince(topic, cohort, from);
    if (!isAtLeast(this.ladder.level, 'sampled')) return whole;
    const frame = thinned(topic, whole);
    this.figures.leftOut(frame.dropped - whole.dropped);
    return frame;
  }

  private missed({ topic, cohort }: Subscription, from: Position): Frame {
    if (cohort !== 'all') return frameSince(topic, cohort, from);
    // What is not shown is not in memory: a frame that begins behind a hole makes the client ask for it.
    const { allSeq } = this.toldOf(topic);
    return frameOf(topic, { after: allSeq, seq: allSeq, entries: [] }, stateSince(topic, from.rev));
  }

  /** Staff who watch everything: read from Postgres once a second, for the ring holds only what is shown. */
  private async tellWatchers(): Promise<void> {
    for (const topic of this.watchedWhole.keys()) {
      const told = this.toldOf(topic);
      if (topic.ring.head <= told.allSeq) continue;
      try {
        const found = await this.log.everythingAfter(topic.name, told.allSeq, engine.heal.page);
        if (!found || found.head.epoch !== told.epoch) continue;
        const entries = found.rows.map(entryOf);
        const seq = entries.at(-1)?.seq ?? found.head.seq;
        this.sendAll(topic, frameOf(topic, { after: told.allSeq, seq, entries }), told);
        this.told.set(topic, { ...this.toldOf(topic), allSeq: seq });
      } catch (error) {
        this.logger.warn(`what is not shown of ${topic.name} was not read: ${String(error)}`);
      }
    }
  }

  private sendAll(topic: WarmTopic, frame: Frame, from: Position): void {
    if (this.deliveries.has(topic, 'all')) this.deliveries.send(topic, 'all', frame, from);
  }

  private toldOf(topic: WarmTopic): Told {
    let told = this.told.get(topic);
    if (!told) {
      told = { ...positionOf(topic), allSeq: topic.ring.head };
      this.told.set(topic, told);
    }
    return told;
  }

  /** How far the cohorts of a topic have been told. */
  tellingOf(topic: WarmTopic): Position {
    return this.toldOf(topic);
  }
}
