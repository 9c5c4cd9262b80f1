import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/index.js';
import { CampaignsModule } from '../campaigns/index.js';
import { ChannelsModule } from '../channels/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { RegionsModule } from '../regions/index.js';
import { ScheduleModule } from '../schedule/index.js';
import { GuideController } from './guide.controller.js';
import { GuideReleases } from './guide-releases.service.js';
import { GuideScopes } from './guide-scopes.service.js';
import { GuideService } from './guide.service.js';
import { UndatedService } from './undated.service.js';

/** 节目单: the schedule of a whole campaign, a region or a channel, with its day axis and gaps. It owns nothing. */
@Module({
  imports: [ActivitiesModule, CampaignsModule, ChannelsModule, OrganizationsModule, RegionsModule, ScheduleModule],
  controllers: [GuideController],
  providers: [GuideReleases, GuideScopes, GuideService, UndatedService],
})
export class GuideModule {}
