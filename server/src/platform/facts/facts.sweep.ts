import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Jobs } from '../queue/index.js';
import { Redis } from '../redis/index.js';
import { Facts } from './facts.js';
import { FactsRepository } from './facts.repository.js';

const sweepEveryMs = 5_000;
const pruneEveryMs = 24 * 3_600_000;

/** Finds the facts that a crash, a failing handler or a forgetful Redis left unheard. */
@Injectable()
export class FactsSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(FactsSweep.name);
  private timer: NodeJS.Timeout | undefined;
  private stopListening: (() => void) | undefined;

  constructor(
    private readonly repository: FactsRepository,
    private readonly facts: Facts,
    private readonly jobs: Jobs,
    private readonly redis: Redis,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.every('facts.prune', {}, pruneEveryMs);
    this.timer = setInterval(() => void this.sweep(false), sweepEveryMs);
    this.stopListening = this.redis.onRecovered(() => void this.sweep(true));
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
    this.stopListening?.();
  }

  private async sweep(all: boolean): Promise<void> {
    if (!this.redis.healthy) return;
    try {
      const unheard = await this.repository.takeUnheard(all);
      for (const fact of unheard) await this.facts.deliver(fact);
    } catch (error) {
      this.logger.warn(`unheard facts could not be read: ${String(error)}`);
    }
  }
}
