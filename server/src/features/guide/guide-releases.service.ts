import { Injectable } from '@nestjs/common';
import type { ReleasePage } from '@yunhui/contracts';
import { CampaignsService } from '../campaigns/index.js';
import { ReleasesService } from '../schedule/index.js';

/** What changed in the programme of a campaign and of all inside it. */
@Injectable()
export class GuideReleases {
  constructor(
    private readonly campaigns: CampaignsService,
    private readonly releases: ReleasesService,
  ) {}

  async of(campaign: string, cursor: string | undefined): Promise<ReleasePage> {
    const { slug } = await this.campaigns.bySlug(campaign);
    return this.releases.page(await this.campaigns.within(slug), cursor);
  }
}
