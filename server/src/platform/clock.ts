import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';

/**
 * The hub's time. `CLOCK_AT` starts it elsewhere, so that tests can speak of days. The embedded store, which is the hub's own,
 * goes by it too; PostgreSQL keeps its own clock, for it is what several hubs agree on.
 */
@Injectable()
export class Clock {
  /** How far it is ahead of the machine's; 0 without `CLOCK_AT`. */
  readonly aheadMs: number;

  constructor(@Inject(CONFIG) config: Config) {
    this.aheadMs = config.CLOCK_AT ? Date.parse(config.CLOCK_AT) - Date.now() : 0;
  }

  /** Milliseconds since 1970 UTC. */
  now(): number {
    return Date.now() + this.aheadMs;
  }

  date(): Date {
    return new Date(this.now());
  }
}
