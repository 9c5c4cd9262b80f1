import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** The hub's figures. Each part of it puts its own into `registry`, which is this hub's alone: tests run several in a process. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'hub_http_request_seconds',
    help: 'Time from a request to its answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.025, 0.1, 0.5, 2, 10],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Counts one answered request under its route’s pattern, so that the number of series is the number of routes. */
  answered(request: { method: string; route: string; status: number }, seconds: number): void {
    this.requests.observe(request, seconds);
  }
}
