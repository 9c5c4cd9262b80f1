import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';

/** The hub's time. `CLOCK_AT` starts it elsewhere, so that tests can speak of days; entries keep the database's time. */
@Injectable()
export class Clock {
  private readonly shiftMs: number;

  constructor(@Inject(CONFIG) config: Config) {
    this.shiftMs = config.CLOCK_AT ? Date.parse(config.CLOCK_AT) - Date.now() : 0;
  }

  /** Milliseconds since 1970 UTC. */
  now(): number {
    return Date.now() + this.shiftMs;
  }

  date(): Date {
    return new Date(this.now());
  }
}
