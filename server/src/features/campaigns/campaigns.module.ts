import { Module } from '@nestjs/common';
import { CampaignsController } from './campaigns.controller.js';
import { CampaignsRepository } from './campaigns.repository.js';
import { CampaignsService } from './campaigns.service.js';
import { QuietService } from './quiet.service.js';
import { QuietWatch } from './quiet-watch.js';
import { HashtagCards } from './hashtag-cards.service.js';
import { HashtagsRepository } from './hashtags.repository.js';

/** Owns the campaigns, how they nest, and their hashtags; each comes with its topic. */
@Module({
  controllers: [CampaignsController],
  providers: [CampaignsRepository, CampaignsService, QuietService, QuietWatch, HashtagsRepository, HashtagCards],
  exports: [CampaignsService, QuietWatch, HashtagCards],
})
export class CampaignsModule {}
