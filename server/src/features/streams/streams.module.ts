import { Module } from '@nestjs/common';
import { PlaylistReader } from './playlist-reader.js';
import { StreamReadingsService } from './stream-readings.service.js';
import { StreamsProcessor } from './streams.processor.js';
import { StreamsRepository } from './streams.repository.js';
import { StreamsService } from './streams.service.js';
import { StreamsStore } from './streams.store.js';

/** Owns stream links and their health. Workers read the live ones; a changed verdict is the fact `stream.health-changed`. */
@Module({
  providers: [StreamsRepository, StreamsStore, PlaylistReader, StreamsService, StreamReadingsService, StreamsProcessor],
  exports: [StreamsService],
})
export class StreamsModule {}
