import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { RegionsModule } from '../regions/index.js';
import { ScheduleModule } from '../schedule/index.js';
import { StreamsModule } from '../streams/index.js';
import { CarriedTopics } from './carried-topics.service.js';
import { CarriedTopicsRepository } from './carried-topics.repository.js';
import { ChannelPageService } from './channel-page.service.js';
import { ChannelsController } from './channels.controller.js';
import { ChannelsRepository } from './channels.repository.js';
import { ChannelsService } from './channels.service.js';
import { HostedPlaces } from './hosting/hosted-places.js';
import { HostingController } from './hosting/hosting.controller.js';
import { HostingService } from './hosting/hosting.service.js';
import { PicksService } from './picks.service.js';
import { QuietTopics } from './quiet-topics.service.js';
import { SessionChangesService } from './session-changes.service.js';
import { SessionPlanningService } from './session-planning.service.js';
import { SessionsController } from './sessions.controller.js';

/** Owns the channels, each with its room. Others ask it what a channel is; its page says what plays there. */
@Module({
  imports: [CampaignsModule, OrganizationsModule, RegionsModule, ScheduleModule, StreamsModule],
  controllers: [ChannelsController, HostingController, SessionsController],
  providers: [
    CarriedTopics,
    CarriedTopicsRepository,
    ChannelsRepository,
    ChannelsService,
    ChannelPageService,
    HostedPlaces,
    HostingService,
    PicksService,
    QuietTopics,
    SessionChangesService,
    SessionPlanningService,
  ],
  exports: [CarriedTopics, ChannelPageService, ChannelsService, QuietTopics],
})
export class ChannelsModule {}
