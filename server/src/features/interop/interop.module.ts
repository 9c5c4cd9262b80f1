import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns/index.js';
import { ChannelsModule } from '../channels/index.js';
import { RegionsModule } from '../regions/index.js';
import { ScheduleModule } from '../schedule/index.js';
import { CalendarsController } from './calendars.controller.js';
import { CalendarsService } from './calendars.service.js';

/** What the hub owes the ecosystem, as feeds that others read. It owns nothing; `packages/formats` writes the formats. */
@Module({
  imports: [CampaignsModule, ChannelsModule, RegionsModule, ScheduleModule],
  controllers: [CalendarsController],
  providers: [CalendarsService],
})
export class InteropModule {}
