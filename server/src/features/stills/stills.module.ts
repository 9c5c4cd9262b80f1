import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.js';
import { RegionsModule } from '../regions/index.js';
import { ScheduleModule } from '../schedule/index.js';
import { StreamsModule } from '../streams/index.js';
import { StillPlaces } from './still-places.js';
import { StillTaker } from './still-taker.js';
import { StillsController } from './stills.controller.js';
import { StillsProcessor } from './stills.processor.js';
import { StillsService } from './stills.service.js';
import { StillsStore } from './stills.store.js';

/** Owns the stills of what is live. The lobby asks it what stands for a channel; nobody is told when there are none. */
@Module({
  imports: [ChannelsModule, RegionsModule, ScheduleModule, StreamsModule],
  controllers: [StillsController],
  providers: [StillPlaces, StillsStore, StillsService, StillTaker, StillsProcessor],
  exports: [StillsService],
})
export class StillsModule {}
