import { Injectable } from '@nestjs/common';
import {
  type Campaign,
  type CampaignWords,
  type DeskCampaign,
  type DeskCampaigns,
  type OpenCampaign,
  ownWindow,
  type User,
} from '@yunhui/contracts';
import { Audit } from '../../platform/audit/index.js';
import { may, type Viewer, whoMay } from '../../platform/auth/index.js';
import { Database } from '../../platform/database/index.js';
import { HubError } from '../../platform/hub-error.js';
import { TopicHeads } from '../../platform/realtime/index.js';
import { RegionsService } from '../regions/index.js';
import { type CampaignRow, CampaignsRepository } from './campaigns.repository.js';
import { CampaignsService } from './campaigns.service.js';

/** The window that operators write says so in the words of the notices. */
const windowLabel = '活动时间';
const levels: Record<string, string> = { country: 'national', province_level: 'province' };

/** Opening campaigns, and saying what they say of themselves. An operator of a region does it there and below; what is inside no other is the country's. */
@Injectable()
export class CampaignDeskService {
  constructor(
    private readonly campaigns: CampaignsRepository,
    private readonly known: CampaignsService,
    private readonly regions: RegionsService,
    private readonly heads: TopicHeads,
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  async list(viewer: Viewer): Promise<DeskCampaigns> {
    const items = (await this.campaigns.all()).map((campaign) => this.shown(viewer, campaign));
    return { items, mayOpenOutermost: this.mayOpen(viewer, 'CN') };
  }

  /** With its lobby. */
  async open(viewer: Viewer, { slug, parent, region, ...said }: OpenCampaign): Promise<DeskCampaign> {
    const { kind } = this.regions.require(region);
    const user = this.whoMayOpen(viewer, parent === undefined ? 'CN' : region);
    const around = parent === undefined ? [] : await this.campaigns.wayTo(parent);
    if (!around) throw new HubError('campaign.unknown', { field: 'parent' });
    const path = [...around, slug].join('/');
    const isNew = await this.database.transaction(async (tx) => {
      const level = levels[kind] ?? 'city';
      const row = { slug, parent: parent ?? null, path, region, level, ...rowOf(said, []), details: {} };
      if (!(await this.campaigns.add(tx, row))) return false;
      await this.heads.create(tx, [{ topic: `lobby:${slug}`, audience: 'public' }]);
      await this.audit.record(tx, { who: user.id, act: 'campaign.opened', subject: slug, difference: { region, parent, ...said } });
      return true;
    });
    if (!isNew) throw new HubError('campaign.taken', { field: 'slug' });
    return this.one(viewer, slug);
  }

  /** What it says of itself, otherwise. The windows of its notice stay. */
  async change(viewer: Viewer, slug: string, said: CampaignWords): Promise<DeskCampaign> {
    const { region, windows } = await this.one(viewer, slug);
    const user = this.whoMayOpen(viewer, region);
    await this.database.transaction(async (tx) => {
      await this.campaigns.change(tx, slug, rowOf(said, windows));
      await this.audit.record(tx, { who: user.id, act: 'campaign.changed', subject: slug, difference: said });
    });
    return this.one(viewer, slug);
  }

  private async one(viewer: Viewer, slug: string): Promise<DeskCampaign> {
    return this.shown(viewer, await this.known.bySlug(slug));
  }

  private shown(viewer: Viewer, campaign: Campaign): DeskCampaign {
    const { region } = campaign;
    return { ...campaign, place: this.regions.cardOf(region), mayChange: this.mayOpen(viewer, region) };
  }

  private mayOpen(viewer: Viewer, region: string): boolean {
    return may(viewer, opening(region), this.path);
  }

  private whoMayOpen(viewer: Viewer, region: string): User {
    return whoMay(viewer, opening(region), this.path);
  }

  private readonly path = (region: string): readonly string[] => this.regions.pathOf(region);
}

const opening = (region: string) => ({ action: 'open', on: 'Campaign', region }) as const;

/** What is said of it as it is kept: the operators' own window stands before those of a notice. */
function rowOf({ name, nameEn, theme, days, serviceHours }: CampaignWords, windows: Campaign['windows']) {
  const own = { key: ownWindow, label: windowLabel, ...days, tentative: false };
  return {
    name,
    nameEn,
    theme: theme || null,
    windows: [own, ...windows.filter(({ key }) => key !== ownWindow)],
    serviceFrom: serviceHours.from,
    serviceTo: serviceHours.to,
  } satisfies Partial<CampaignRow>;
}
