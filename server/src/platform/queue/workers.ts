import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type Job, Worker } from 'bullmq';
import { CONFIG, type Config } from '../../config.js';
import { type QueueName, queues } from '../../catalog/job.js';
import { type JobName, jobs } from '../../catalog/jobs.js';
import { Redis } from '../redis/index.js';
import { JobHandlers } from './handlers.js';
import { queuePrefix, Queues } from './queues.js';

/** A job that was running when a process died is another's after these two; 60 s are promised. */
const lockMs = 20_000;
const stalledEveryMs = 10_000;
const closePatienceMs = 3_000;

/** Does the jobs, in processes that are there for it. */
@Injectable()
export class Workers implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Workers.name);
  private readonly running: Worker[] = [];

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly redis: Redis,
    private readonly handlers: JobHandlers,
    private readonly queues: Queues,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.PROCESS === 'web') return;
    const connection = await this.redis.duplicateForJobs('blocking');
    for (const [name, { atOnce }] of Object.entries(queues)) {
      const timing = { lockDuration: lockMs, stalledInterval: stalledEveryMs, maxStalledCount: 3 };
      const worker = new Worker(name, (job) => this.work(name as QueueName, job), {
        ...timing,
        connection,
        prefix: queuePrefix,
        concurrency: atOnce,
        skipVersionCheck: true,
      });
      worker.on('error', (error) => this.logger.debug(`worker of ${name}: ${error.message}`)); // the connection has told
      this.running.push(worker);
    }
  }

  /** Lets running jobs end for a while; one that does not is another process's when its lock runs out. */
  async onModuleDestroy(): Promise<void> {
    const closed = Promise.allSettled(this.running.map((worker) => worker.close()));
    await Promise.race([closed, wait(closePatienceMs)]);
  }

  private async work(queue: QueueName, job: Job): Promise<void> {
    const handler = this.handlers.of(job.name);
    if (!handler) return this.unknown(queue, job);
    try {
      await handler.call(jobs[job.name as JobName].payload.parse(job.data));
    } catch (error) {
      this.logger.error({ err: error, job: job.name, id: job.id, attempt: job.attemptsMade + 1, of: job.opts.attempts }, 'a job failed');
      throw error;
    }
  }

  /** Left over from another build. A process of that build, if there is one, sets the schedule again within a minute. */
  private async unknown(queue: QueueName, job: Job): Promise<void> {
    this.logger.warn(`nobody in this build does ${job.name}; dropped`);
    if (job.repeatJobKey) await this.queues.unschedule(queue, job.repeatJobKey);
  }
}
