import { Module } from '@nestjs/common';
import { RegionsModule } from '../regions/index.js';
import { AddressRangesRepository } from './address-ranges.repository.js';
import { AddressRangesService } from './address-ranges.service.js';
import { CampaignDeskController } from './campaign-desk.controller.js';
import { CampaignDeskService } from './campaign-desk.service.js';
import { CampaignsController } from './campaigns.controller.js';
import { CampaignsRepository } from './campaigns.repository.js';
import { CampaignsService } from './campaigns.service.js';
import { QuietService } from './quiet.service.js';
import { QuietWatch } from './quiet-watch.js';
import { HashtagCards } from './hashtag-cards.service.js';
import { HashtagsRepository } from './hashtags.repository.js';

/** Owns the campaigns, how they nest, their hashtags, each with its topic, and the addresses that may do more. */
@Module({
  imports: [RegionsModule],
  controllers: [CampaignsController, CampaignDeskController],
  providers: [
    CampaignsRepository,
    CampaignsService,
    CampaignDeskService,
    QuietService,
    QuietWatch,
    HashtagsRepository,
    HashtagCards,
    AddressRangesRepository,
    AddressRangesService,
  ],
  exports: [CampaignsService, QuietWatch, HashtagCards],
})
export class CampaignsModule {}
