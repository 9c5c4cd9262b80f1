import { Body, Controller, Get, Header, HttpCode, Param, Post, Put } from '@nestjs/common';
import { CampaignWords, DeskCampaign, DeskCampaigns, OpenCampaign, Slug } from '@yunhui/contracts';
import { Answers } from '../../platform/api-docs/index.js';
import { Allow, CurrentViewer, type Viewer } from '../../platform/auth/index.js';
import { CampaignDeskService } from './campaign-desk.service.js';

/** Campaigns at their operators' desk. A grant anywhere opens the door; the service asks for the region. */
@Controller('api/v1')
export class CampaignDeskController {
  constructor(private readonly campaigns: CampaignDeskService) {}

  @Get('campaign-desk')
  @Allow('open', 'Campaign')
  @Header('cache-control', 'private, no-store')
  @Answers(DeskCampaigns)
  list(@CurrentViewer() viewer: Viewer): Promise<DeskCampaigns> {
    return this.campaigns.list(viewer);
  }

  @Post('campaigns')
  @Allow('open', 'Campaign')
  @HttpCode(201)
  @Answers(DeskCampaign, { status: 201 })
  open(@CurrentViewer() viewer: Viewer, @Body({ schema: OpenCampaign }) wanted: OpenCampaign): Promise<DeskCampaign> {
    return this.campaigns.open(viewer, wanted);
  }

  @Put('campaigns/:slug')
  @Allow('open', 'Campaign')
  @Answers(DeskCampaign)
  change(
    @CurrentViewer() viewer: Viewer,
    @Param('slug', { schema: Slug }) slug: string,
    @Body({ schema: CampaignWords }) said: CampaignWords,
  ): Promise<DeskCampaign> {
    return this.campaigns.change(viewer, slug, said);
  }
}
