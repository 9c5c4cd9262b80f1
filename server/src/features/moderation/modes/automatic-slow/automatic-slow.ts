import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG, type Config } from '../../../../config.js';
import { Audit } from '../../../../platform/audit/index.js';
import { type KeptMode, TopicHeads } from '../../../../platform/realtime/index.js';
import { RecurringWork } from '../../../../platform/recurring-work.js';
import { TopicPlaces } from '../../topic-places.js';
import { effectiveMode, roomModeOf, saidOf } from '../mode.rules.js';
import { ModePlan } from '../mode-plan.js';
import { type Crowd, lookedAt } from './automatic-slow.rules.js';

const lookEachMs = 5_000;
/** Whom an act without a person is written down to. */
const hub = 'hub';

type Seen = { seq: number; atMs: number; crowd?: Crowd };
type Busy = { topic: string; seq: number; mode: KeptMode; version: number };

/**
 * Slows conversations in which more is said than anybody could read, and lets them go when they are calm. How fast they
 * are follows from their numbers. Any number of workers look; a change is made from the version that was looked at, so one makes it.
 */
@Injectable()
export class AutomaticSlow implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(AutomaticSlow.name);
  private seen = new Map<string, Seen>();
  private readonly looks = new RecurringWork(
    () => this.look(performance.now()),
    (error) => this.logger.warn(`crowded rooms wait: ${String(error)}`),
  );

  constructor(
    private readonly heads: TopicHeads,
    private readonly plan: ModePlan,
    private readonly places: TopicPlaces,
    private readonly audit: Audit,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.PROCESS === 'web' || this.config.RATE_LIMITS === 'off') return;
    this.looks.every(lookEachMs);
  }

  onModuleDestroy(): Promise<void> {
    return this.looks.stop();
  }

  /** One look at all that are spoken in, or are slowed already. */
  async look(nowMs: number): Promise<void> {
    const busy = await this.heads.busy();
    const before = this.seen;
    this.seen = new Map(busy.map(({ topic, seq }) => [topic, { seq, atMs: nowMs }]));
    for (const room of busy) await this.lookAt(room, before.get(room.topic), nowMs);
  }

  private async lookAt(room: Busy, last: Seen | undefined, nowMs: number): Promise<void> {
    const { topic, seq, mode } = room;
    if (!last || nowMs <= last.atMs || mode.automaticSlow === 'off') return;
    const perSecond = ((seq - last.seq) * 1_000) / (nowMs - last.atMs);
    const budget = mode.budget ?? this.config.VISIBLE_BUDGET;
    const { crowd, change } = lookedAt(last.crowd, { slowMs: mode.automaticSlowMs ?? 0, perSecond, budget, nowMs });
    this.seen.set(topic, { seq, atMs: nowMs, crowd });
    if (change !== undefined) await this.slow(room, change);
  }

  private async slow({ topic, mode: before, version }: Busy, slowMs: number): Promise<void> {
    const mode = { ...before, automaticSlowMs: slowMs || undefined };
    const { shields, unattended } = this.plan.asked(await this.places.pathOf(topic));
    const said = saidOf(roomModeOf(effectiveMode(mode, shields, unattended)));
    const difference = { beforeMs: before.automaticSlowMs ?? 0, afterMs: slowMs };
    await this.heads.changeMode({ topic, mode, said, expected: version }, (tx) =>
      this.audit.record(tx, { who: hub, act: 'mode.slowed', subject: topic, difference }),
    );
  }
}
