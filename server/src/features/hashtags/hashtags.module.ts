import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns/index.js';
import { ChannelsModule } from '../channels/index.js';
import { LobbyModule } from '../lobby/index.js';
import { RegionsModule } from '../regions/index.js';
import { HashtagsController } from './hashtags.controller.js';
import { HashtagsService } from './hashtags.service.js';

/** The pages of the campaign-wide topics. It owns nothing: what is said is the engine's, who carries it the channels'. */
@Module({
  imports: [CampaignsModule, ChannelsModule, LobbyModule, RegionsModule],
  controllers: [HashtagsController],
  providers: [HashtagsService],
  exports: [HashtagsService],
})
export class HashtagsModule {}
