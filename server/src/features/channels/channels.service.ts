import { Injectable } from '@nestjs/common';
import type { Channel } from '@yunhui/contracts';
import type { Transaction } from '../../platform/database/index.js';
import { HubError } from '../../platform/hub-error.js';
import { TopicHeads } from '../../platform/realtime/index.js';
import { CampaignsService } from '../campaigns/index.js';
import { OrganizationsService } from '../organizations/index.js';
import { RegionsService } from '../regions/index.js';
import { CutBook } from '../streams/index.js';
import { type ChannelRow, ChannelsRepository, type NewChannel, type Reads } from './channels.repository.js';

/** A channel as others may know it: what it is, not what plays. */
export type ChannelCard = Pick<
  Channel,
  'slug' | 'campaign' | 'title' | 'titleEn' | 'region' | 'host' | 'speciality' | 'topic' | 'roundTheClock' | 'sample'
> & {
  blocked: boolean;
  /** 推荐, by the operators. */
  picked: boolean;
  /** The matrix that it stands for its region in; none: a channel beside it. */
  matrix?: string;
  domains: readonly string[];
};

/** Of a campaign's channels those in a region and below it, or one of them. Keys as somebody asks for them. */
export type ChannelScope = { region?: string; channel?: string };

/** The places that play. */
@Injectable()
export class ChannelsService {
  constructor(
    private readonly channels: ChannelsRepository,
    private readonly campaigns: CampaignsService,
    private readonly organizations: OrganizationsService,
    private readonly regions: RegionsService,
    private readonly heads: TopicHeads,
    private readonly cuts: CutBook,
  ) {}

  async bySlug(slug: string): Promise<ChannelCard> {
    const row = await this.channels.bySlug(slug);
    const [card] = row ? await this.withNames([row]) : [];
    if (!card) throw new HubError('channel.unknown');
    return card;
  }

  /** The key of the unit whose channel it is; none of one that is nobody's. */
  async hostOf(slug: string): Promise<string | undefined> {
    return (await this.channels.bySlug(slug))?.host ?? undefined;
  }

  /** These channels, in their order. */
  async cards(slugs: readonly string[], on?: Reads): Promise<ChannelCard[]> {
    return this.withNames(await this.channels.these(slugs, on), on);
  }

  /**
   * The channels of a campaign and of all inside it, or those of a scope in it, in their order. None when there is no
   * such campaign; a region that is not there, or a channel that is not in the scope, is refused.
   */
  async inCampaign(campaign: string, { region, channel }: ChannelScope = {}): Promise<ChannelCard[]> {
    const outer = region === undefined ? undefined : this.regions.require(region).key;
    const rows = (await this.channels.ofCampaigns(await this.campaigns.within(campaign))).filter(
      (row) => (outer === undefined || this.regions.isWithin(row.region, outer)) && (channel === undefined || row.slug === channel),
    );
    if (channel !== undefined && rows.length === 0) throw new HubError('channel.unknown');
    return this.withNames(rows);
  }

  /** The slugs of a unit's own channels. */
  async ofHost(organization: string): Promise<string[]> {
    return this.channels.ofHost(organization);
  }

  /** Every channel there is. */
  async slugs(): Promise<string[]> {
    return this.channels.slugs();
  }

  /** The region whose staff look after a topic: a room's is its channel's, a campaign-wide topic's the campaign's. None: no such thing. */
  async regionOfTopic(topic: string): Promise<string | undefined> {
    const [kind, slug = ''] = topic.split(':');
    if (kind === 'room') return (await this.channels.bySlug(slug))?.region;
    if (kind === 'hashtag' || kind === 'lobby') return this.campaigns.regionOf(slug);
    return undefined;
  }

  /** Opens channels that are not there yet, each with its room. */
  async open(tx: Transaction, opened: readonly NewChannel[]): Promise<void> {
    await this.channels.keep(tx, opened);
    await this.heads.create(
      tx,
      opened.map(({ slug }) => ({ topic: roomOf(slug), audience: 'public' as const })),
    );
  }

  private async withNames(rows: readonly ChannelRow[], on?: Reads): Promise<ChannelCard[]> {
    const hosts = await this.organizations.namesOf(
      rows.flatMap(({ host }) => host ?? []),
      on,
    );
    return rows.map(({ slug, campaign, title, titleEn, region, host, speciality, roundTheClock, blockedAt, sample, ...rest }) => ({
      slug,
      campaign,
      title,
      titleEn,
      region: this.regions.cardOf(region),
      host: host === null ? undefined : hosts.get(host),
      speciality: speciality ?? undefined,
      topic: roomOf(slug),
      roundTheClock,
      sample,
      blocked: blockedAt !== null || this.cuts.stopsChannel(slug, this.regions.pathOf(region)),
      picked: rest.picked,
      matrix: rest.matrix ?? undefined,
      domains: rest.domains,
    }));
  }
}

function roomOf(slug: string): string {
  return `room:${slug}`;
}
