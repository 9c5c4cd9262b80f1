import { Injectable } from '@nestjs/common';
import type { LadderLevel } from '@yunhui/contracts';
import { Counter, Gauge } from 'prom-client';
import { Metrics } from '../metrics/index.js';
import { levels } from './ladder.rules.js';

/** What the ladder says of itself at `/metrics`: each level has a series of its own. */
@Injectable()
export class LadderFigures {
  private readonly seconds: Counter<'level'>;
  private readonly steps: Counter<'level' | 'cause'>;

  constructor(private readonly metrics: Metrics) {
    const registers = [metrics.registry];
    this.seconds = new Counter({ name: 'hub_ladder_seconds_total', help: 'Time on each level', labelNames: ['level'], registers });
    this.steps = new Counter({
      name: 'hub_ladder_steps_total',
      help: 'Steps to each level, because of the load or an operator',
      labelNames: ['level', 'cause'],
      registers,
    });
    for (const level of levels) this.seconds.inc({ level }, 0);
  }

  /** 1 for the level on which the node stands, 0 for the others. */
  reads(level: () => LadderLevel): void {
    new Gauge({
      name: 'hub_ladder_level',
      help: 'How this node serves: 1 on its level',
      labelNames: ['level'],
      registers: [this.metrics.registry],
      collect: function collect() {
        for (const one of levels) this.set({ level: one }, one === level() ? 1 : 0);
      },
    });
  }

  stood(level: LadderLevel, forMs: number): void {
    this.seconds.inc({ level }, forMs / 1_000);
  }

  stepped(level: LadderLevel, cause: 'load' | 'operator'): void {
    this.steps.inc({ level, cause });
  }
}
