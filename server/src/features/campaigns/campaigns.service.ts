import { Injectable } from '@nestjs/common';
import type { Campaign, CampaignList, CampaignState } from '@yunhui/contracts';
import { placeInTree } from '@yunhui/domain';
import type { Transaction } from '../../platform/database/index.js';
import { HubError } from '../../platform/hub-error.js';
import { TopicHeads } from '../../platform/realtime/index.js';
import { type CampaignRow, CampaignsRepository, type Hashtag } from './campaigns.repository.js';

/** Campaigns, and the topics that belong to them. */
@Injectable()
export class CampaignsService {
  /** A campaign never moves to another place, so a way that is known stays true. */
  private readonly ways = new Map<string, readonly string[]>();

  constructor(
    private readonly campaigns: CampaignsRepository,
    private readonly heads: TopicHeads,
  ) {}

  async list(): Promise<CampaignList> {
    return { items: await this.campaigns.all() };
  }

  async bySlug(slug: string): Promise<Campaign> {
    const campaign = await this.campaigns.bySlug(slug);
    if (!campaign) throw new HubError('campaign.unknown');
    return campaign;
  }

  /** What the notice of a campaign says beyond its card: rules, quotas. Whoever reads it says what shape it asks for. */
  async noticeOf(slug: string): Promise<Record<string, unknown>> {
    const details = await this.campaigns.detailsOf(slug);
    if (!details) throw new HubError('campaign.unknown');
    return details;
  }

  async regionOf(slug: string): Promise<string | undefined> {
    return (await this.campaigns.bySlug(slug))?.region;
  }

  /** The slugs of a campaign and of all inside it, whose channels its lobby shows; none when there is no such campaign. */
  async within(slug: string): Promise<string[]> {
    return this.campaigns.within(slug);
  }

  /** The slugs of a campaign and of all around it: the lobbies that show its channels. */
  async around(slug: string): Promise<readonly string[]> {
    const known = this.ways.get(slug);
    if (known) return known;
    const way = await this.campaigns.wayTo(slug);
    if (way) this.ways.set(slug, way);
    return way ?? [];
  }

  /**
   * What holds for the whole campaign, as its lobby carries it. An outer campaign's quiet holds for the inner ones,
   * since the earliest of them; the changes of all of them together are the version.
   */
  async stateOf(slug: string): Promise<{ version: number; value: CampaignState }> {
    const quiet = await this.campaigns.quietOf(await this.around(slug));
    const since = Math.min(...quiet.map((one) => one.since?.getTime() ?? Infinity));
    const version = quiet.reduce((sum, one) => sum + one.version, 0);
    return { version, value: Number.isFinite(since) ? { quiet: { since } } : {} };
  }

  /** Opens campaigns that are not there yet, each with its lobby. */
  async open(tx: Transaction, opened: readonly Omit<CampaignRow, 'path'>[]): Promise<void> {
    const placed = placeInTree(opened.map((campaign) => ({ ...campaign, key: campaign.slug })));
    await this.campaigns.keep(tx, placed);
    await this.heads.create(
      tx,
      placed.map(({ slug }) => ({ topic: `lobby:${slug}`, audience: 'public' as const })),
    );
  }

  /** Opens campaign-wide conversations that are not there yet. */
  async openHashtags(tx: Transaction, opened: readonly Hashtag[]): Promise<void> {
    await this.campaigns.keepHashtags(tx, opened);
    await this.heads.create(
      tx,
      opened.map(({ campaign, slug }) => ({ topic: `hashtag:${campaign}:${slug}`, audience: 'public' as const })),
    );
  }
}
