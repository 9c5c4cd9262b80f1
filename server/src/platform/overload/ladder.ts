import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { LadderHold, LadderLevel, LadderStanding } from '@yunhui/contracts';
import { Clock } from '../clock.js';
import { LoopLag } from '../metrics/index.js';
import { LadderFigures } from './ladder.figures.js';
import { isStrained, onTheGround, stepped, type Standing, type Strain, tickMsOn } from './ladder.rules.js';
import type { Held } from './ladder.repository.js';

const lookEveryMs = 1_000;

/**
 * E16: how this node serves, by what it measures of itself. It needs no agreement with others and no storage; what
 * operators hold (`hold`) goes before its own finding, and meanwhile that goes on.
 */
@Injectable()
export class Ladder implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(Ladder.name);
  private standing: Standing = onTheGround;
  private strain: Strain = { lagMs: 0, deliveryMs: 0 };
  private held?: Held;
  private before: LadderLevel = 'full';
  private deliveryMs: () => number = () => 0;
  private readonly listeners = new Set<(level: LadderLevel) => void>();
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly lag: LoopLag,
    private readonly clock: Clock,
    private readonly figures: LadderFigures,
  ) {
    figures.reads(() => this.level);
  }

  onModuleInit(): void {
    this.timer = setInterval(() => this.look(), lookEveryMs);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Whoever hands out frames says the longest that one took since it was last asked. */
  measures(deliveryMs: () => number): void {
    this.deliveryMs = deliveryMs;
  }

  /** Hears of each step, of whichever cause. */
  onStep(hear: (level: LadderLevel) => void): void {
    this.listeners.add(hear);
  }

  get level(): LadderLevel {
    return this.holding?.level ?? this.standing.level;
  }

  get tickMs(): number {
    return tickMsOn(this.level);
  }

  /** More of the same is wanted: the node does not keep up where it stands, or operators said so. */
  get wantsMore(): boolean {
    return this.holding !== undefined || isStrained(this.standing, this.strain);
  }

  /** What operators hold from now on; nothing leaves the node to its own finding. */
  hold(held: Held | undefined): void {
    this.held = held;
    this.tellStep();
  }

  look(): void {
    this.strain = { lagMs: this.lag.medianMs, deliveryMs: this.deliveryMs() };
    this.standing = stepped(this.standing, this.strain, performance.now());
    this.figures.stood(this.level, lookEveryMs);
    this.tellStep();
  }

  describe(): LadderStanding {
    const { lagMs, deliveryMs } = this.strain;
    return { level: this.level, lagMs: Math.round(lagMs), deliveryMs: Math.round(deliveryMs), hold: this.holding };
  }

  private get holding(): LadderHold | undefined {
    if (!this.held || this.held.until.getTime() <= this.clock.now()) return undefined;
    return { ...this.held, until: this.held.until.toISOString() };
  }

  private tellStep(): void {
    const { level, before } = this;
    if (level === before) return;
    this.before = level;
    this.figures.stepped(level, this.holding ? 'operator' : 'load');
    this.logger.warn(`serves "${level}" now, before "${before}": ${JSON.stringify(this.describe())}`);
    for (const hear of this.listeners) hear(level);
  }
}
