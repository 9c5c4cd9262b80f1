import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { ServingMode } from '@yunhui/contracts';
import { Clock } from '../clock.js';
import { Ladder } from '../overload/index.js';
import { EngineFigures } from './engine-figures.js';
import { engine } from './engine-settings.js';
import { Resting } from './resting.js';
import { modeFor } from './serving.rules.js';
import type { Subscriber } from './subscriber.js';
import { isStaff, Subscriptions } from './subscriptions.js';

/** One connection, what it was told of how it is served, and until when its person counts as doing something. */
type Served = {
  readonly subscriber: Subscriber;
  mode: ServingMode;
  frameMs: number;
  newUntil: number;
  playsUntil: number;
  typesUntil: number;
  /** Told to follow by HTTP, and when at last it is cut if it does not. */
  leavesBy?: number;
};
/** What somebody does, as far as it matters here. */
export type Doing = 'joins' | 'plays' | 'types';

const settings = engine.serving;

/**
 * E16, as each connection feels it: tells it how it is served, puts who neither plays nor types to rest, and sends to
 * HTTP whom the node can no longer carry. A walk over the connections tells some at a time: the word must not be the next load.
 */
@Injectable()
export class Serving implements OnModuleInit, OnModuleDestroy {
  private readonly served = new Map<string, Served>();
  /** Somebody may be told something else than what holds. */
  private unsettled = false;
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly ladder: Ladder,
    private readonly subscriptions: Subscriptions,
    private readonly resting: Resting,
    private readonly clock: Clock,
    figures: EngineFigures,
  ) {
    figures.gauges('hub_connections_served', 'Connections by how they are served', 'mode', () => this.counts());
  }

  onModuleInit(): void {
    this.ladder.onStep(() => (this.unsettled = true));
    this.timer = setInterval(() => this.walk(), settings.walkEachMs);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** A connection whose `hello` has told it how often frames come. */
  begin(subscriber: Subscriber): void {
    const newUntil = this.clock.now() + settings.newMs;
    this.served.set(subscriber.id, { subscriber, mode: 'full', frameMs: this.ladder.tickMs, newUntil, playsUntil: 0, typesUntil: 0 });
    this.unsettled = true;
  }

  end({ id }: Subscriber): void {
    this.served.delete(id);
  }

  /** Who rests is woken at once: they look at the page again. */
  notice(subscriber: Subscriber, doing: Doing): void {
    const served = this.served.get(subscriber.id);
    if (!served) return;
    const now = this.clock.now();
    if (doing === 'joins') served.newUntil = now + settings.newMs;
    else if (doing === 'plays') served.playsUntil = now + settings.playsMs;
    else served.typesUntil = now + settings.typesMs;
    if (served.mode === 'state') this.serve(served, this.dueTo(served));
  }

  private walk(): void {
    if (!this.unsettled && this.ladder.level === 'full') return;
    let tell: number = settings.toldEachWalk;
    let leave = Math.ceil(this.served.size * settings.leaveEachWalk);
    this.unsettled = false;
    for (const served of this.inOrderOfLeaving()) {
      if (served.leavesBy !== undefined) this.cutWhoStays(served);
      const mode = this.dueTo(served);
      if (served.leavesBy !== undefined || (mode === served.mode && this.ladder.tickMs === served.frameMs)) continue;
      if (tell === 0 || (mode === 'http' && leave === 0)) {
        this.unsettled = true;
        continue;
      }
      tell--;
      if (mode === 'http') leave--;
      this.serve(served, mode);
    }
  }

  /** Who does nothing goes first. */
  private *inOrderOfLeaving(): Iterable<Served> {
    const now = this.clock.now();
    for (const served of this.served.values()) if (served.playsUntil <= now) yield served;
    for (const served of this.served.values()) if (served.playsUntil > now) yield served;
  }

  private dueTo({ subscriber, newUntil, playsUntil, typesUntil }: Served): ServingMode {
    const now = this.clock.now();
    return modeFor(this.ladder.level, {
      isStaff: isStaff(subscriber),
      types: typesUntil > now,
      plays: playsUntil > now,
      isNew: newUntil > now,
      wantsMore: this.ladder.wantsMore,
    });
  }

  private serve(served: Served, mode: ServingMode): void {
    const { subscriber } = served;
    const frameMs = this.ladder.tickMs;
    const rests = mode === 'state' || mode === 'http';
    Object.assign(served, { mode, frameMs });
    // The word first: what comes after it is to be read by it.
    subscriber.tell({ kind: 'mode', mode, frameMs, ...(mode === 'http' ? { retryAfterMs: comeBackMs() } : {}) });
    for (const subscription of this.subscriptions.of(subscriber)) {
      if (rests) this.resting.rest(subscription);
      else this.resting.wake(subscription);
    }
    if (mode === 'http') served.leavesBy = this.clock.now() + settings.leaveWithinMs;
  }

  /** A client that knows no HTTP, or does not read. */
  private cutWhoStays({ subscriber, leavesBy = Infinity }: Served): void {
    if (this.clock.now() >= leavesBy) subscriber.close({ kind: 'close', reason: 'crowded', retryAfterMs: comeBackMs() });
  }

  private counts(): Record<ServingMode, number> {
    const counts = { full: 0, sampled: 0, state: 0, http: 0 };
    for (const { mode } of this.served.values()) counts[mode] += 1;
    return counts;
  }
}

/** By lot, so that those who were sent away do not come back as one. */
function comeBackMs(): number {
  const { least, most } = settings.comeBackMs;
  return Math.round(least + Math.random() * (most - least));
}
