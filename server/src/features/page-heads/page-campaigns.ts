import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Campaign, LobbyChannel } from '@yunhui/contracts';
import { HubError } from '../../platform/hub-error.js';
import { HomeCampaign, type PageLanguage, type PageLink, type PageRequest } from '../../platform/pages/index.js';
import { CampaignsService } from '../campaigns/index.js';
import { LobbyService } from '../lobby/index.js';
import { said } from './page-words.js';

/** The campaign that a page is of, and what is on in it. */
export type PageCampaign = { campaign: Campaign; name: string; live: readonly LobbyChannel[]; at: (path: `/${string}`) => string };

@Injectable()
export class PageCampaigns implements OnModuleInit {
  constructor(
    private readonly campaigns: CampaignsService,
    private readonly lobby: LobbyService,
    private readonly home: HomeCampaign,
  ) {}

  onModuleInit(): void {
    this.home.isReadBy(async () => (await this.outermost())?.slug);
  }

  /** The campaign of the address; without one there the home campaign, which is the outermost. Its pages have the short addresses. */
  async of({ campaign: slug, language }: PageRequest): Promise<PageCampaign> {
    const home = await this.outermost();
    const campaign = slug === undefined ? home : await this.campaigns.bySlug(slug);
    if (!campaign) throw new HubError('campaign.unknown');
    const { channels } = await this.lobby.lobbyOf(campaign.slug);
    return {
      campaign,
      name: language === 'en' ? campaign.nameEn : campaign.name,
      live: channels.filter(({ state }) => state === 'live'),
      at: (path) => (campaign.slug === home?.slug ? path : `/c/${campaign.slug}${path === '/' ? '' : path}`),
    };
  }

  private async outermost(): Promise<Campaign | undefined> {
    return (await this.campaigns.list()).items[0];
  }
}

/** The pages of a campaign that one may go to from any of them. */
export function entriesOf({ at }: PageCampaign, language: PageLanguage): PageLink[] {
  const words = said(language);
  return (['/', '/matrix', '/schedule', '/topics'] as const).map((path) => ({ to: at(path), label: words.entries[path] }));
}

/** A channel as a link: what plays there now, or is next. */
export function linkTo({ slug, title, titleEn, session }: LobbyChannel, language: PageLanguage): PageLink {
  const name = language === 'en' ? titleEn : title;
  return { to: `/channels/${slug}`, label: session ? said(language).playing(name, session.title) : name };
}
