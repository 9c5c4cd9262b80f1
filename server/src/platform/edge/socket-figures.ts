import { Injectable } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import { Metrics } from '../metrics/index.js';

/** What the sockets say of themselves at `/metrics`. */
@Injectable()
export class SocketFigures {
  readonly slowReadersCut: Counter;

  constructor(private readonly metrics: Metrics) {
    const registers = [metrics.registry];
    this.slowReadersCut = new Counter({
      name: 'hub_slow_readers_cut_total',
      help: 'Sockets cut because what was sent to them stayed here',
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
}
