import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram } from 'prom-client';
import { Metrics } from '../metrics/index.js';

/** What the engine says of itself at `/metrics`. */
@Injectable()
export class EngineFigures {
  private readonly outcomes: Counter<'outcome'>;
  private readonly commits: Histogram;
  private readonly frames: Counter<'cohort'>;
  private readonly skips: Counter;
  private readonly left: Counter;

  constructor(private readonly metrics: Metrics) {
    const registers = [metrics.registry];
    this.outcomes = new Counter({
      name: 'hub_append_items_total',
      help: 'Items asked of the log, by what became of them',
      labelNames: ['outcome'],
      registers,
    });
    this.commits = new Histogram({
      name: 'hub_append_commit_seconds',
      help: 'Time of one append batch, from leaving its lane to the commit',
      buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2],
      registers,
    });
    this.frames = new Counter({
      name: 'hub_frames_total',
      help: 'Frames formed; each is encoded once and sent to a whole cohort',
      labelNames: ['cohort'],
      registers,
    });
    this.skips = new Counter({
      name: 'hub_readers_passed_over_total',
      help: 'Frames not sent to a reader that had not taken the one before',
      registers,
    });
    this.left = new Counter({
      name: 'hub_entries_left_out_total',
      help: 'Messages that frames left out because this node was overloaded, once for each frame',
      registers,
    });
  }

  /** A figure that is read when somebody asks for it. */
  gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.metrics.registry],
      collect: function collect() {
        this.set(read());
      },
    });
  }

  /** Several that are read at once, by one label. */
  gauges<Key extends string>(name: string, help: string, label: string, read: () => Record<Key, number>): void {
    new Gauge({
      name,
      help,
      labelNames: [label],
      registers: [this.metrics.registry],
      collect: function collect() {
        for (const [key, value] of Object.entries<number>(read())) this.set({ [label]: key }, value);
      },
    });
  }

  appended(outcomes: readonly string[], seconds: number): void {
    this.commits.observe(seconds);
    for (const outcome of outcomes) this.outcomes.inc({ outcome });
  }

  framed(cohort: string): void {
    this.frames.inc({ cohort });
  }

  passedOver(): void {
    this.skips.inc();
  }

  leftOut(entries: number): void {
    this.left.inc(entries);
  }
}
