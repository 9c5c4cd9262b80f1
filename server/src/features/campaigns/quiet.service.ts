import { Injectable } from '@nestjs/common';
import type { CampaignState } from '@yunhui/contracts';
import { Audit } from '../../platform/audit/index.js';
import { RegionTree, type Viewer, whoMay } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/index.js';
import { Facts } from '../../platform/facts/index.js';
import { CampaignsRepository } from './campaigns.repository.js';
import { CampaignsService } from './campaigns.service.js';

/** One switch, one undo: 静默 for a campaign and everything inside it. */
@Injectable()
export class QuietService {
  constructor(
    private readonly database: Database,
    private readonly rows: CampaignsRepository,
    private readonly campaigns: CampaignsService,
    private readonly facts: Facts,
    private readonly audit: Audit,
    private readonly regions: RegionTree,
    private readonly clock: Clock,
  ) {}

  /** Makes a campaign quiet, or loud again, and says what holds there now. Asked twice it changes nothing more. */
  async change(viewer: Viewer, slug: string, on: boolean): Promise<CampaignState> {
    const { region } = await this.campaigns.bySlug(slug);
    const user = whoMay(viewer, { action: 'quiet', on: 'Campaign', region }, this.regions.pathOf);

    await this.database.transaction(async (tx) => {
      const version = await this.rows.changeQuiet(tx, slug, on ? this.clock.date() : null);
      if (version === undefined) return;
      await this.audit.record(tx, {
        who: user.id,
        act: 'campaign.quiet-changed',
        subject: slug,
        from: on ? 'loud' : 'quiet',
        to: on ? 'quiet' : 'loud',
      });
      await this.facts.record(tx, { name: 'campaign.quiet-changed', key: slug, version });
    });
    return (await this.campaigns.stateOf(slug)).value;
  }
}
