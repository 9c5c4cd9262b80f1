import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { AddressRanges, BeQuiet, Campaign, CampaignList, CampaignState } from '@yunhui/contracts';
import type { z } from 'zod';
import { Answers } from '../../platform/api-docs/index.js';
import { Allow, CurrentViewer, Everyone, type Viewer } from '../../platform/auth/index.js';
import { PublicResource } from '../../platform/edge/public-resource.js';
import { AddressRangesService } from './address-ranges.service.js';
import { CampaignsService } from './campaigns.service.js';
import { QuietService } from './quiet.service.js';

@Controller('api/v1/campaigns')
export class CampaignsController {
  constructor(
    private readonly campaigns: CampaignsService,
    private readonly quiet: QuietService,
    private readonly ranges: AddressRangesService,
  ) {}

  @Get()
  @Everyone()
  @PublicResource({ maxAgeS: 60 })
  @Answers(CampaignList)
  async list(): Promise<CampaignList> {
    return this.campaigns.list();
  }

  @Get(':slug')
  @Everyone()
  @PublicResource({ maxAgeS: 60 })
  @Answers(Campaign)
  async one(@Param('slug') slug: string): Promise<Campaign> {
    return this.campaigns.bySlug(slug);
  }

  /** The service asks whether the grant covers the campaign's region, which the path does not name. */
  @Put(':slug/quiet')
  @Allow('quiet', 'Campaign')
  @Answers(CampaignState)
  async beQuiet(
    @CurrentViewer() viewer: Viewer,
    @Param('slug') slug: string,
    @Body({ schema: BeQuiet }) { on }: z.infer<typeof BeQuiet>,
  ): Promise<CampaignState> {
    return this.quiet.change(viewer, slug, on);
  }

  @Get(':slug/address-ranges')
  @Allow('ranges', 'Campaign')
  @Answers(AddressRanges)
  async rangesOf(@CurrentViewer() viewer: Viewer, @Param('slug') slug: string): Promise<AddressRanges> {
    return this.ranges.of(viewer, slug);
  }

  /** All of them anew: what is not in the body is listed no more. */
  @Put(':slug/address-ranges')
  @Allow('ranges', 'Campaign')
  @Answers(AddressRanges)
  async replaceRanges(
    @CurrentViewer() viewer: Viewer,
    @Param('slug') slug: string,
    @Body({ schema: AddressRanges }) ranges: AddressRanges,
  ): Promise<AddressRanges> {
    return this.ranges.replace(viewer, slug, ranges);
  }
}
