import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Redis } from '../redis/index.js';
import { JobHandlers } from './handlers.js';
import { Jobs } from './jobs.js';
import { Queues } from './queues.js';
import { Workers } from './workers.js';

/** Owns background work. Everybody may add jobs; a method marked `@HandlesJob` does them. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [JobHandlers, { provide: Queues, inject: [Redis], useFactory: (redis: Redis) => Queues.connect(redis) }, Workers, Jobs],
  exports: [Jobs],
})
export class QueueModule {}
