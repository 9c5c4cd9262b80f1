import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.js';
import { LobbyModule } from '../lobby/index.js';
import { RegionsModule } from '../regions/index.js';
import { ScheduleModule } from '../schedule/index.js';
import { StreamsModule } from '../streams/index.js';
import { CutActs } from './cut-acts.js';
import { CutPlaces } from './cut-places.js';
import { CutStates } from './cut-states.js';
import { CutSubjects } from './cut-subjects.js';
import { CutsController } from './cuts.controller.js';
import { CutsProcessor } from './cuts.processor.js';
import { CutsService } from './cuts.service.js';

/** Owns the acts of cutting off and putting back. What holds is kept where streams are (`CutBook`), for everybody who says what plays. */
@Module({
  imports: [ChannelsModule, LobbyModule, RegionsModule, ScheduleModule, StreamsModule],
  controllers: [CutsController],
  providers: [CutActs, CutPlaces, CutStates, CutSubjects, CutsProcessor, CutsService],
})
export class CutsModule {}
