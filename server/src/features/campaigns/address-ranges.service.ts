import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { AddressRanges } from '@yunhui/contracts';
import { Audit } from '../../platform/audit/index.js';
import { RegionTree, type Viewer, whoMay } from '../../platform/auth/index.js';
import { Database } from '../../platform/database/index.js';
import { Ceilings } from '../../platform/limits/index.js';
import { AddressRangesRepository } from './address-ranges.repository.js';
import { CampaignsService } from './campaigns.service.js';

/** The addresses that thousands share, as a campaign's operators list them: their ceilings are higher while they are listed. */
@Injectable()
export class AddressRangesService implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly rows: AddressRangesRepository,
    private readonly campaigns: CampaignsService,
    private readonly ceilings: Ceilings,
    private readonly audit: Audit,
    private readonly regions: RegionTree,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.ceilings.readFrom(() => this.rows.all());
  }

  async of(viewer: Viewer, slug: string): Promise<AddressRanges> {
    await this.mustBeAllowed(viewer, slug);
    return { items: await this.rows.of(slug) };
  }

  /** Lists these and no others. They hold here at once and on other nodes within seconds. */
  async replace(viewer: Viewer, slug: string, { items }: AddressRanges): Promise<AddressRanges> {
    const user = await this.mustBeAllowed(viewer, slug);
    const kept = await this.database.transaction(async (tx) => {
      const before = await this.rows.of(slug, tx);
      await this.rows.replace(tx, slug, items);
      const after = await this.rows.of(slug, tx);
      await this.audit.record(tx, { who: user.id, act: 'campaign.ranges-changed', subject: slug, difference: { before, after } });
      return after;
    });
    await this.ceilings.refresh();
    return { items: kept };
  }

  /** An operator of the region that the campaign is in; their grant may be narrower than it. */
  private async mustBeAllowed(viewer: Viewer, slug: string) {
    const { region } = await this.campaigns.bySlug(slug);
    return whoMay(viewer, { action: 'ranges', on: 'Campaign', region }, this.regions.pathOf);
  }
}
