import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type JobName, type JobPayload, jobs } from '../../catalog/jobs.js';
import { Redis } from '../redis/index.js';
import { Queues } from './queues.js';

type Schedule = { name: JobName; payload: object; everyMs: number };

const reconcileEveryMs = 60_000;
/** The queue's own connection may be back a little later than the one that told of the recovery. */
const reconcileAgainMs = 2_000;

/**
 * How work is handed to the background. Redis may forget any of it: whoever adds a job keeps the reason for it in
 * Postgres and adds it again, and what runs by the clock is scheduled anew each minute and after each recovery.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Jobs.name);
  private readonly schedules = new Map<string, Schedule>();
  private timer: NodeJS.Timeout | undefined;
  private again: NodeJS.Timeout | undefined;
  private stopListening: (() => void) | undefined;

  constructor(
    private readonly queues: Queues,
    private readonly redis: Redis,
  ) {}

  /** Throws when Redis does not take it in time. */
  async add<Name extends JobName>(name: Name, payload: JobPayload<Name>): Promise<void> {
    const { queue, attempts } = jobs[name];
    await this.queues.add(queue, { name, id: idOf(name, payload), payload: jobs[name].payload.parse(payload), attempts });
  }

  /**
   * Has the job done every `everyMs`, by one process, from now on. A run that takes longer does not keep the next from coming
   * beside it, here or elsewhere: each is a job with an id of its own.
   */
  every<Name extends JobName>(name: Name, payload: JobPayload<Name>, everyMs: number): void {
    const schedule = { name, payload: jobs[name].payload.parse(payload), everyMs };
    this.schedules.set(idOf(name, payload), schedule);
    if (this.timer) void this.reconcile();
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.reconcile(), reconcileEveryMs);
    this.stopListening = this.redis.onRecovered(() => void this.reconcile());
    void this.reconcile();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    clearTimeout(this.again);
    this.stopListening?.();
  }

  /** Puts every schedule where it should be. Setting one that is there already changes nothing. */
  private async reconcile(): Promise<void> {
    clearTimeout(this.again);
    if (!this.redis.healthy) return;
    try {
      for (const [id, { name, payload, everyMs }] of this.schedules) {
        await this.queues.schedule(jobs[name].queue, { name, id, payload, attempts: jobs[name].attempts, everyMs });
      }
    } catch (error) {
      this.logger.warn(`Schedules could not be set, again soon: ${String(error)}`);
      if (this.timer) this.again = setTimeout(() => void this.reconcile(), reconcileAgainMs);
    }
  }
}

/** BullMQ keeps ':' for itself. */
function idOf<Name extends JobName>(name: Name, payload: JobPayload<Name>): string {
  const keyOf = jobs[name].key as (payload: JobPayload<Name>) => string;
  return `${name}/${keyOf(payload)}`.replaceAll(':', '.');
}
