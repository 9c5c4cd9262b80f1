import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.js';
import { LobbyModule } from '../lobby/index.js';
import { RegionsModule } from '../regions/index.js';
import { ScheduleModule } from '../schedule/index.js';
import { MatrixController } from './matrix.controller.js';
import { MatrixService } from './matrix.service.js';

/** 一省一品一直播: the regions of a level with what each has. It owns nothing; everything is asked at the front doors. */
@Module({
  imports: [ChannelsModule, LobbyModule, RegionsModule, ScheduleModule],
  controllers: [MatrixController],
  providers: [MatrixService],
})
export class MatrixModule {}
