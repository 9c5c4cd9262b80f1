import { Injectable, type OnModuleInit } from '@nestjs/common';
import { plateOf } from '@yunhui/domain';
import { type PageHead, PageHeads, plateImage, type PageRequest } from '../../platform/pages/index.js';
import { RegionsService } from '../regions/index.js';
import { entriesOf, linkTo, type PageCampaign, PageCampaigns } from './page-campaigns.js';
import { said } from './page-words.js';

/** So many of what is on are named to who has no script. */
const mostNamed = 40;

type Said = { path: `/${string}`; title: string; description: string };

/** The pages that every campaign has: what they are for, and what is on now. */
@Injectable()
export class CampaignPages implements OnModuleInit {
  constructor(
    private readonly heads: PageHeads,
    private readonly campaigns: PageCampaigns,
    private readonly regions: RegionsService,
  ) {}

  onModuleInit(): void {
    this.heads.describeInCampaigns('/', (request) => this.lobby(request));
    this.heads.describeInCampaigns('/matrix', (request) => this.matrix(request));
    this.heads.describeInCampaigns('/matrix/{region}', (request) => this.matrix(request));
    this.heads.describeInCampaigns('/schedule', (request) => this.plain(request, '/schedule'));
    this.heads.describeInCampaigns('/search', (request) => this.plain(request, '/search'));
    this.heads.describe('/sign-in', (request) => this.plain(request, '/'));
  }

  private async lobby(request: PageRequest): Promise<PageHead> {
    const page = await this.campaigns.of(request);
    const words = said(request.language);
    const theme = request.language === 'en' ? undefined : page.campaign.theme;
    const description = [words.live(page.live.length), theme && `${theme}。`].filter(Boolean).join('');
    const { slug } = page.campaign;
    const reads = [`/api/v1/campaigns/${slug}`, `/api/v1/campaigns/${slug}/lobby`];
    return { ...head(request, page, { path: '/', title: `${page.name} · ${words.action}`, description }), reads };
  }

  /** A region that does not exist has no page. */
  private async matrix(request: PageRequest): Promise<PageHead> {
    const { region: key } = request.params;
    const region = key === undefined ? undefined : this.regions.require(key);
    const page = await this.campaigns.of(request);
    const words = said(request.language);
    const name = region && (request.language === 'en' ? (region.nameEn ?? region.name) : region.name);
    const live = region ? page.live.filter((channel) => this.regions.isWithin(channel.region, region.key)) : page.live;
    const title = [name, words.entries['/matrix'], page.name].filter(Boolean).join(' · ');
    const path = region ? (`/matrix/${region.key}` as const) : '/matrix';
    const image = region && plateImage(plateOf({ slug: region.key, region: region.key }));
    return { ...head(request, { ...page, live }, { path, title, description: words.matrix(name) }), ...(image && { image }) };
  }

  private async plain(request: PageRequest, path: '/' | '/schedule' | '/search'): Promise<PageHead> {
    const page = await this.campaigns.of(request);
    const words = said(request.language);
    const description = path === '/' ? words.live(page.live.length) : words[path === '/schedule' ? 'schedule' : 'search'];
    return head(request, page, { path, title: `${words.entries[path]} · ${page.name}`, description });
  }
}

function head({ language }: PageRequest, page: PageCampaign, { path, title, description }: Said): PageHead {
  const first = page.live[0];
  return {
    title,
    description,
    canonical: page.at(path),
    ...(first && { image: plateImage(plateOf(first)) }),
    links: [...page.live.slice(0, mostNamed).map((channel) => linkTo(channel, language)), ...entriesOf(page, language)],
  };
}
