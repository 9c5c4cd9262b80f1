import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns/index.js';
import { ChannelsModule } from '../channels/index.js';
import { HashtagsModule } from '../hashtags/index.js';
import { LobbyModule } from '../lobby/index.js';
import { RegionsModule } from '../regions/index.js';
import { CampaignPages } from './campaign-pages.js';
import { ChannelPages } from './channel-pages.js';
import { PageCampaigns } from './page-campaigns.js';
import { TopicPages } from './topic-pages.js';

/** What each page of the audience says of itself before any script runs, put together from what other features answer. Owns nothing. */
@Module({
  imports: [CampaignsModule, ChannelsModule, HashtagsModule, LobbyModule, RegionsModule],
  providers: [PageCampaigns, CampaignPages, ChannelPages, TopicPages],
})
export class PageHeadsModule {}
