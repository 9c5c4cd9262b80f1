import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type PageHead, PageHeads, type PageRequest } from '../../platform/pages/index.js';
import { HashtagsService } from '../hashtags/index.js';
import { entriesOf, linkTo, PageCampaigns } from './page-campaigns.js';
import { said } from './page-words.js';

/** The pages of campaign-wide topics. */
@Injectable()
export class TopicPages implements OnModuleInit {
  constructor(
    private readonly heads: PageHeads,
    private readonly campaigns: PageCampaigns,
    private readonly hashtags: HashtagsService,
  ) {}

  onModuleInit(): void {
    this.heads.describeInCampaigns('/topics', (request) => this.list(request));
    this.heads.describeInCampaigns('/topics/{topic}', (request) => this.topic(request));
  }

  private async list(request: PageRequest): Promise<PageHead> {
    const page = await this.campaigns.of(request);
    const { items } = await this.hashtags.list(page.campaign.slug);
    const words = said(request.language);
    return {
      title: `${words.entries['/topics']} · ${page.name}`,
      description: words.topics + items.map(({ title }) => `#${title}`).join(' '),
      canonical: page.at('/topics'),
      reads: [`/api/v1/campaigns/${page.campaign.slug}/topics`],
      links: [
        ...items.map(({ slug, title }) => ({ to: page.at(`/topics/${slug}`), label: `#${title}` })),
        ...entriesOf(page, request.language),
      ],
    };
  }

  private async topic(request: PageRequest): Promise<PageHead> {
    const { params, language } = request;
    const page = await this.campaigns.of(request);
    const topic = await this.hashtags.page(page.campaign.slug, params['topic'] ?? '');
    return {
      title: `#${topic.title} · ${page.name}`,
      description: language === 'en' ? (topic.descriptionEn ?? topic.description) : topic.description,
      canonical: page.at(`/topics/${topic.slug}`),
      reads: [`/api/v1/campaigns/${page.campaign.slug}/topics/${topic.slug}`],
      lines: [said(language).topic(topic.rooms)],
      links: [...topic.carriedBy.map((channel) => linkTo(channel, language)), ...entriesOf(page, language)],
    };
  }
}
