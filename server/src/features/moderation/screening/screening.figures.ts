import { Injectable } from '@nestjs/common';
import type { Verdict } from '@yunhui/screening';
import { Counter } from 'prom-client';
import { Metrics } from '../../../platform/metrics/index.js';

/** What screening says of messages, at `/metrics`: a list that suddenly refuses everything shows here first. */
@Injectable()
export class ScreeningFigures {
  private readonly screened: Counter<'verdict'>;

  constructor(metrics: Metrics) {
    this.screened = new Counter({
      name: 'hub_screened_total',
      help: 'Messages by what screening would do with them',
      labelNames: ['verdict'],
      registers: [metrics.registry],
    });
  }

  judged(verdict: Verdict): void {
    this.screened.inc({ verdict });
  }
}
