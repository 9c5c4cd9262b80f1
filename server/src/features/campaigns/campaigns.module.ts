import { Module } from '@nestjs/common';
import { CampaignsController } from './campaigns.controller.js';
import { CampaignsRepository } from './campaigns.repository.js';
import { CampaignsService } from './campaigns.service.js';
import { HashtagCards } from './hashtag-cards.service.js';
import { HashtagsRepository } from './hashtags.repository.js';

/** Owns the campaigns, how they nest, and their hashtags; each comes with its topic. */
@Module({
  controllers: [CampaignsController],
  providers: [CampaignsRepository, CampaignsService, HashtagsRepository, HashtagCards],
  exports: [CampaignsService, HashtagCards],
})
export class CampaignsModule {}
