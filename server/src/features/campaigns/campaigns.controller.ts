import { Controller, Get, Param } from '@nestjs/common';
import type { Campaign, CampaignList } from '@yunhui/contracts';
import { Everyone } from '../../platform/auth/index.js';
import { PublicResource } from '../../platform/edge/public-resource.js';
import { CampaignsService } from './campaigns.service.js';

@Controller('api/v1/campaigns')
export class CampaignsController {
  constructor(private readonly campaigns: CampaignsService) {}

  @Get()
  @Everyone()
  @PublicResource({ maxAgeS: 60 })
  async list(): Promise<CampaignList> {
    return this.campaigns.list();
  }

  @Get(':slug')
  @Everyone()
  @PublicResource({ maxAgeS: 60 })
  async one(@Param('slug') slug: string): Promise<Campaign> {
    return this.campaigns.bySlug(slug);
  }
}
