import { Injectable } from '@nestjs/common';
import { isCoverageTarget, type Span } from '@yunhui/domain';
import { CampaignsService } from '../campaigns/index.js';
import { type ChannelCard, type ChannelScope, ChannelsService } from '../channels/index.js';
import { RegionsService } from '../regions/index.js';

/** What a guide is of: the channels of a campaign, of a region in it, or one of them. */
export type GuideScope = {
  campaign: string;
  serviceHours: Span;
  region?: string;
  channels: readonly ChannelCard[];
  /** Channels that are blocked: they fill nothing. */
  blocked: ReadonlySet<string>;
  /** The scope is one channel that never stops. Elsewhere such channels are no programme, or no day would ever have a gap. */
  endless: boolean;
  /** Some units have their tile and never appear among gaps. */
  tellsGaps: boolean;
};

/** Finds what a guide is asked of. */
@Injectable()
export class GuideScopes {
  constructor(
    private readonly campaigns: CampaignsService,
    private readonly channels: ChannelsService,
    private readonly regions: RegionsService,
  ) {}

  async of(campaign: string, wanted: ChannelScope): Promise<GuideScope> {
    const { serviceHours, slug } = await this.campaigns.bySlug(campaign);
    const region = wanted.region === undefined ? undefined : this.regions.require(wanted.region);
    const channels = await this.channels.inCampaign(slug, wanted);
    return {
      campaign: slug,
      serviceHours,
      region: region?.key,
      channels,
      blocked: new Set(channels.flatMap((card) => (card.blocked ? card.slug : []))),
      endless: wanted.channel !== undefined && channels.every(({ roundTheClock }) => roundTheClock),
      tellsGaps: !region || region.path.length === 1 || isCoverageTarget(region.path),
    };
  }
}
