import { Module } from '@nestjs/common';
import { RegionsModule } from '../regions/index.js';
import { CheckUpController } from './checkup/check-up.controller.js';
import { CheckUpService } from './checkup/check-up.service.js';
import { CutBook } from './cuts/cut-book.js';
import { CutWords } from './cuts/cut-words.js';
import { CutsRepository } from './cuts/cuts.repository.js';
import { CutsStore } from './cuts/cuts.store.js';
import { LinkListsService } from './lists/link-lists.service.js';
import { PictureSource } from './pictures/picture-source.js';
import { PictureTurns } from './pictures/picture-turns.repository.js';
import { LinkHistoryService } from './probing/link-history.service.js';
import { LinkJudge } from './probing/link-judge.js';
import { LinkProbe } from './probing/link-probe.js';
import { ProbingProcessor } from './probing/probing.processor.js';
import { ProbingRepository } from './probing/probing.repository.js';
import { ProbingService } from './probing/probing.service.js';
import { ReadingsStore } from './probing/readings.store.js';
import { StreamsRepository } from './streams.repository.js';
import { StreamsService } from './streams.service.js';
import { ViewingController } from './viewing/viewing.controller.js';
import { ViewingGateway } from './viewing/viewing.gateway.js';
import { ViewingService } from './viewing/viewing.service.js';
import { ViewingStore } from './viewing/viewing.store.js';

/** Owns stream links and their health, and what is cut off. Workers look at the live ones, viewers' players report of them; a changed verdict is the fact `stream.health-changed`. */
@Module({
  imports: [RegionsModule],
  controllers: [CheckUpController, ViewingController],
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
    LinkJudge,
    LinkListsService,
    LinkProbe,
    ProbingRepository,
    ReadingsStore,
    ProbingService,
    ProbingProcessor,
    ViewingGateway,
    ViewingService,
    ViewingStore,
  ],
  exports: [CutBook, CutsRepository, CutsStore, CutWords, LinkListsService, PictureSource, PictureTurns, StreamsService],
})
export class StreamsModule {}
