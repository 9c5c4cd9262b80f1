import { Injectable } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import { Metrics } from '../../../../platform/metrics/index.js';
import { ModePlan } from '../mode-plan.js';

/** What alarms are made of: which scopes have nobody on duty now, and how often that began. */
@Injectable()
export class DutyFigures {
  private readonly begun: Counter;

  constructor(metrics: Metrics, plan: ModePlan) {
    const registers = [metrics.registry];
    this.begun = new Counter({ name: 'hub_duty_left_total', help: 'Times that a scope was left without a moderator on duty', registers });
    new Gauge({
      name: 'hub_duty_attended',
      help: '1 while a moderator is on duty for a scope that had one before, else 0',
      labelNames: ['scope'],
      registers,
      collect: function collect() {
        for (const { scope, attended } of plan.duties) this.set({ scope }, attended ? 1 : 0);
      },
    });
  }

  left(scopes: number): void {
    this.begun.inc(scopes);
  }
}
