import { setTimeout as wait } from 'node:timers/promises';
import { Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { type JobsOptions, Queue } from 'bullmq';
import { type QueueName, queues } from '../../catalog/job.js';
import type { JobConnection, Redis } from '../redis/index.js';

/** One hash slot for everything of BullMQ's. */
export const queuePrefix = '{bull}';

type Work = { name: string; id: string; payload: object; attempts: number };

const patienceMs = 1_000;

/** BullMQ's queues. Losing them loses only what somebody adds again. */
export class Queues implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Queues.name);
  private readonly open: ReadonlyMap<QueueName, Queue>;

  private constructor(
    private readonly redis: Redis,
    connection: JobConnection,
  ) {
    const names = Object.keys(queues) as QueueName[];
    this.open = new Map(names.map((name) => [name, this.openQueue(name, connection)]));
  }

  /** Adding never blocks on a reply, so all queues speak over one connection. */
  static async connect(redis: Redis): Promise<Queues> {
    return new Queues(redis, await redis.duplicateForJobs('patient'));
  }

  async add(queue: QueueName, { name, id, payload, attempts }: Work): Promise<void> {
    await this.inTime(() => this.queue(queue).add(name, payload, { ...lifeOf(attempts), jobId: id }));
  }

  async schedule(queue: QueueName, { name, id, payload, attempts, everyMs }: Work & { everyMs: number }): Promise<void> {
    const template = { name, data: payload, opts: lifeOf(attempts) };
    await this.inTime(() => this.queue(queue).upsertJobScheduler(id, { every: everyMs }, template));
  }

  /** Ends a schedule nobody in this build knows. */
  async unschedule(queue: QueueName, id: string): Promise<void> {
    await this.queue(queue).removeJobScheduler(id);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.race([Promise.allSettled([...this.open.values()].map((queue) => queue.close())), wait(500)]);
  }

  private openQueue(name: QueueName, connection: JobConnection): Queue {
    const queue = new Queue(name, { connection, prefix: queuePrefix, skipVersionCheck: true });
    return queue.on('error', (error) => this.logger.debug(`queue ${name}: ${error.message}`)); // the connection has told
  }

  private queue(name: QueueName): Queue {
    const queue = this.open.get(name);
    if (!queue) throw new Error(`there is no queue ${name}`);
    return queue;
  }

  /** A paused Redis answers nothing; whether it took the job shows when the same id is added again. */
  private async inTime(work: () => Promise<unknown>): Promise<void> {
    if (!this.redis.healthy) throw new Error('Redis is away');
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`Redis did not take the job within ${patienceMs} ms`)), patienceMs);
    });
    const working = work();
    working.catch(() => undefined); // a failure after our patience is nobody's
    try {
      await Promise.race([working, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** A job leaves Redis when it ends, well or badly: its key must be free for the next of its kind, and failures are in the log. */
function lifeOf(attempts: number): JobsOptions {
  return { attempts, backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 }, removeOnComplete: true, removeOnFail: true };
}
