import { Injectable } from '@nestjs/common';
import type { Hashtag } from '@yunhui/contracts';
import { HubError } from '../../platform/hub-error.js';
import { CampaignsService } from './campaigns.service.js';
import { type HashtagRow, HashtagsRepository } from './hashtags.repository.js';

/** What a campaign-wide topic is; how much is said in it, others know. */
export type HashtagCard = Omit<Hashtag, 'posts' | 'regions' | 'rooms'> & { campaign: string };

/** The campaign-wide topics 话题, as others may know them. */
@Injectable()
export class HashtagCards {
  constructor(
    private readonly hashtags: HashtagsRepository,
    private readonly campaigns: CampaignsService,
  ) {}

  /** A campaign's own, and those of the campaigns around it: rooms inside carry them too. The nearest come first. */
  async of(campaign: string): Promise<HashtagCard[]> {
    const around = await this.campaigns.around(campaign);
    if (around.length === 0) throw new HubError('campaign.unknown');
    const rows = await this.hashtags.ofCampaigns(around);
    return rows.map(toCard).sort((a, b) => around.indexOf(b.campaign) - around.indexOf(a.campaign));
  }

  /** Those of every campaign. */
  async all(): Promise<HashtagCard[]> {
    return (await this.hashtags.all()).map(toCard);
  }

  async named(topics: readonly string[]): Promise<HashtagCard[]> {
    return (await this.hashtags.named(topics)).map(toCard);
  }
}

function toCard({ campaign, slug, title, description, descriptionEn, domain, sample }: HashtagRow): HashtagCard {
  return { campaign, slug, topic: `hashtag:${campaign}:${slug}`, title, description, descriptionEn, domain, sample };
}
