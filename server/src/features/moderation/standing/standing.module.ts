import { Module } from '@nestjs/common';
import { ChannelsModule } from '../../channels/index.js';
import { RegionsModule } from '../../regions/index.js';
import { NewcomersModule } from '../newcomers/newcomers.module.js';
import { PlacesModule } from '../places.module.js';
import { OutcomesRepository } from './outcomes.repository.js';
import { StandingBook } from './standing-book.js';
import { StandingController } from './standing.controller.js';
import { StandingGateway } from './standing.gateway.js';
import { StandingRepository } from './standing.repository.js';
import { StandingService } from './standing.service.js';
import { StandingWatch } from './standing-watch.js';

/** Owns what holds for people now, in memory, and makes it felt: at the door, at joins, in what they say. */
@Module({
  imports: [ChannelsModule, RegionsModule, NewcomersModule, PlacesModule],
  controllers: [StandingController],
  providers: [OutcomesRepository, StandingBook, StandingGateway, StandingRepository, StandingService, StandingWatch],
  exports: [OutcomesRepository, PlacesModule, StandingBook, StandingService],
})
export class StandingModule {}
