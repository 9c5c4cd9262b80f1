import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/index.js';
import { CampaignsModule } from '../campaigns/index.js';
import { ChannelsModule } from '../channels/index.js';
import { LobbyModule } from '../lobby/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { RegionsModule } from '../regions/index.js';
import { ScheduleModule } from '../schedule/index.js';
import { SearchBuilding } from './search-building.service.js';
import { SearchClock } from './search-clock.js';
import { SearchController } from './search.controller.js';
import { SearchFeatures } from './search-features.js';
import { SearchService } from './search.service.js';

/** Finds things by Chinese, pinyin and initials. Owns an index in memory, made from what others own: a loss costs its making. */
@Module({
  imports: [ActivitiesModule, CampaignsModule, ChannelsModule, LobbyModule, OrganizationsModule, RegionsModule, ScheduleModule],
  controllers: [SearchController],
  providers: [SearchFeatures, SearchBuilding, SearchClock, SearchService],
})
export class SearchModule {}
