import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/index.js';
import { RegionTree, type Viewer, whoMay } from '../../platform/auth/index.js';
import { Database } from '../../platform/database/index.js';
import { Facts } from '../../platform/facts/index.js';
import { ChannelsRepository } from './channels.repository.js';
import { ChannelsService } from './channels.service.js';

/** 推荐: operators pick channels of their region. A pick is shown beside heat and never goes into it. */
@Injectable()
export class PicksService {
  constructor(
    private readonly database: Database,
    private readonly rows: ChannelsRepository,
    private readonly channels: ChannelsService,
    private readonly facts: Facts,
    private readonly audit: Audit,
    private readonly regions: RegionTree,
  ) {}

  /** Asked twice it changes nothing more. */
  async change(viewer: Viewer, slug: string, on: boolean): Promise<{ on: boolean }> {
    const { region } = await this.channels.bySlug(slug);
    const user = whoMay(viewer, { action: 'pick', on: 'Channel', region: region.key }, this.regions.pathOf);

    await this.database.transaction(async (tx) => {
      if (!(await this.rows.changePick(tx, slug, on))) return;
      await this.audit.record(tx, { who: user.id, act: 'channel.pick-changed', subject: slug, to: on ? 'picked' : 'not picked' });
      await this.facts.record(tx, { name: 'channel.pick-changed', key: slug, version: 1 });
    });
    return { on };
  }
}
