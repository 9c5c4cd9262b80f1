import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../../config.js';
import { ModeHead } from '../../../platform/realtime/index.js';
import { type Asked, askedOf, isLookedAfter, noPlan, type Plan } from './mode-plan.rules.js';
import { ModePlanRepository } from './mode-plan.repository.js';

/** What this node knows of all shields and duties. What it does not know yet, the append tells it (`stale`). */
@Injectable()
export class ModePlan implements OnModuleInit {
  private plan: Plan = noPlan;
  private readonly listeners = new Set<(before: Plan) => void>();

  constructor(
    private readonly rows: ModePlanRepository,
    private readonly head: ModeHead,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.head.onChange(() => this.read());
  }

  get version(): number {
    return this.plan.version;
  }

  /** What is asked of a place now, or was under a plan of before. */
  asked(path: readonly string[], plan = this.plan): Asked {
    return askedOf(plan, path, this.config.DUTY_PLAN === 'on' ? this.config.unattended : undefined);
  }

  /** Whether a moderator is on duty for a place, or for what it lies in. */
  isLookedAfter(path: readonly string[]): boolean {
    return this.config.DUTY_PLAN === 'off' || isLookedAfter(this.plan.duties, path);
  }

  /** Every scope that somebody has ever looked after, and whether somebody does. */
  get duties(): Plan['duties'] {
    return this.plan.duties;
  }

  /** Hears of each other plan, with the one before. */
  onChange(listener: (before: Plan) => void): void {
    this.listeners.add(listener);
  }

  /** Reads again if there is something new: after an append said so. */
  renew(): Promise<void> {
    return this.head.look();
  }

  private async read(): Promise<void> {
    const before = this.plan;
    this.plan = await this.rows.read();
    for (const listener of this.listeners) listener(before);
  }
}
