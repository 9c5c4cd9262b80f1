import { Module } from '@nestjs/common';
import { CheckUpController } from './checkup/check-up.controller.js';
import { CheckUpService } from './checkup/check-up.service.js';
import { LinkHistoryService } from './probing/link-history.service.js';
import { LinkProbe } from './probing/link-probe.js';
import { ProbingProcessor } from './probing/probing.processor.js';
import { ProbingRepository } from './probing/probing.repository.js';
import { ProbingService } from './probing/probing.service.js';
import { ReadingsStore } from './probing/readings.store.js';
import { StreamsRepository } from './streams.repository.js';
import { StreamsService } from './streams.service.js';

/** Owns stream links and their health. Workers look at the live ones; a changed verdict is the fact `stream.health-changed`. */
@Module({
  controllers: [CheckUpController],
  providers: [
    StreamsRepository,
    StreamsService,
    CheckUpService,
    LinkHistoryService,
    LinkProbe,
    ProbingRepository,
    ReadingsStore,
    ProbingService,
    ProbingProcessor,
  ],
  exports: [StreamsService],
})
export class StreamsModule {}
