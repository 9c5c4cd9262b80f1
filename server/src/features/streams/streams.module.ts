import { Module } from '@nestjs/common';
import { RegionsModule } from '../regions/index.js';
import { CheckUpController } from './checkup/check-up.controller.js';
import { CheckUpService } from './checkup/check-up.service.js';
import { CutBook } from './cuts/cut-book.js';
import { CutWords } from './cuts/cut-words.js';
import { CutsRepository } from './cuts/cuts.repository.js';
import { CutsStore } from './cuts/cuts.store.js';
import { PictureSource } from './pictures/picture-source.js';
import { PictureTurns } from './pictures/picture-turns.repository.js';
import { LinkHistoryService } from './probing/link-history.service.js';
import { LinkProbe } from './probing/link-probe.js';
import { ProbingProcessor } from './probing/probing.processor.js';
import { ProbingRepository } from './probing/probing.repository.js';
import { ProbingService } from './probing/probing.service.js';
import { ReadingsStore } from './probing/readings.store.js';
import { StreamsRepository } from './streams.repository.js';
import { StreamsService } from './streams.service.js';

/** Owns stream links and their health, and what is cut off. Workers look at the live ones; a changed verdict is the fact `stream.health-changed`. */
@Module({
  imports: [RegionsModule],
  controllers: [CheckUpController],
  providers: [
    CutBook,
    CutsRepository,
    CutsStore,
    CutWords,
    PictureSource,
    PictureTurns,
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
  exports: [CutBook, CutsRepository, CutsStore, CutWords, PictureSource, PictureTurns, StreamsService],
})
export class StreamsModule {}
