import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Metrics } from './metrics.js';

const sampleEachMs = 100;
const samples = 10;

/**
 * How late this process does what is due. The median of the last second: one long pause, whatever made it,
 * is over before anybody could act on it, while a loop that is late every time has more to do than it can.
 */
@Injectable()
export class LoopLag implements OnModuleInit, OnModuleDestroy {
  private readonly last: number[] = [];
  private dueAt = 0;
  private timer?: NodeJS.Timeout;

  constructor(metrics: Metrics) {
    const read = (): number => this.medianMs / 1_000;
    new Gauge({
      name: 'hub_loop_lag_seconds',
      help: 'How late timers are: the median of the last second',
      registers: [metrics.registry],
      collect: function collect() {
        this.set(read());
      },
    });
  }

  onModuleInit(): void {
    this.dueAt = performance.now() + sampleEachMs;
    this.timer = setInterval(() => {
      const now = performance.now();
      this.take(now - this.dueAt);
      this.dueAt = now + sampleEachMs;
    }, sampleEachMs);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  take(lateMs: number): void {
    this.last.push(Math.max(0, lateMs));
    if (this.last.length > samples) this.last.shift();
  }

  get medianMs(): number {
    return this.last.toSorted((one, other) => one - other)[this.last.length >> 1] ?? 0;
  }
}
