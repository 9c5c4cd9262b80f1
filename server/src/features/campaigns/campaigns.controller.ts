import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { BeQuiet, type Campaign, type CampaignList, type CampaignState } from '@yunhui/contracts';
import type { z } from 'zod';
import { Allow, CurrentViewer, Everyone, type Viewer } from '../../platform/auth/index.js';
import { PublicResource } from '../../platform/edge/public-resource.js';
import { CampaignsService } from './campaigns.service.js';
import { QuietService } from './quiet.service.js';

@Controller('api/v1/campaigns')
export class CampaignsController {
  constructor(
    private readonly campaigns: CampaignsService,
    private readonly quiet: QuietService,
  ) {}

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

  /** The service asks whether the grant covers the campaign's region, which the path does not name. */
  @Put(':slug/quiet')
  @Allow('quiet', 'Campaign')
  async beQuiet(
    @CurrentViewer() viewer: Viewer,
    @Param('slug') slug: string,
    @Body({ schema: BeQuiet }) { on }: z.infer<typeof BeQuiet>,
  ): Promise<CampaignState> {
    return this.quiet.change(viewer, slug, on);
  }
}
