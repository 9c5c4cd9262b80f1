import { Injectable } from '@nestjs/common';
import type { Hashtag, HashtagList, HashtagPage } from '@yunhui/contracts';
import { HubError } from '../../platform/hub-error.js';
import { Tallies } from '../../platform/realtime/index.js';
import { SharedAnswers } from '../../platform/shared-answers.js';
import { type HashtagCard, HashtagCards } from '../campaigns/index.js';
import { CarriedTopics } from '../channels/index.js';
import { LobbyService } from '../lobby/index.js';
import { RegionsService } from '../regions/index.js';
import { postsOf, type Spoken, spokenFrom } from './hashtags.rules.js';

/** The pages of the campaign-wide topics: what is said, from where, and which rooms carry it. */
@Injectable()
export class HashtagsService {
  private readonly lists = new SharedAnswers<HashtagList>();
  private readonly pages = new SharedAnswers<HashtagPage>();

  constructor(
    private readonly cards: HashtagCards,
    private readonly carried: CarriedTopics,
    private readonly tallies: Tallies,
    private readonly regions: RegionsService,
    private readonly lobbies: LobbyService,
  ) {}

  /** All topics of a campaign, those with most posts first. */
  async list(campaign: string): Promise<HashtagList> {
    return this.lists.of(campaign, () => this.readList(campaign));
  }

  /** One topic, by its slug; the campaign's own before one of the same slug around it. */
  async page(campaign: string, slug: string): Promise<HashtagPage> {
    return this.pages.of(JSON.stringify([campaign, slug]), () => this.readPage(campaign, slug));
  }

  private async readList(campaign: string): Promise<HashtagList> {
    const cards = await this.cards.of(campaign);
    const rooms = await this.carried.roomsOf(cards.map(({ topic }) => topic));
    const items = await Promise.all(cards.map(async (card) => (await this.counted(card, rooms.get(card.topic) ?? 0)).hashtag));
    return { items: items.sort((a, b) => b.posts - a.posts) };
  }

  private async readPage(campaign: string, slug: string): Promise<HashtagPage> {
    const card = (await this.cards.of(campaign)).find((known) => known.slug === slug);
    if (!card) throw new HubError('topic.unknown', { field: 'topic' });
    const carriers = new Set(await this.carried.carriersOf(card.topic));
    const [{ hashtag, spoken }, lobby] = await Promise.all([this.counted(card, carriers.size), this.lobbies.lobbyOf(card.campaign)]);
    return { ...hashtag, campaign: card.campaign, spoken, carriedBy: lobby.channels.filter((channel) => carriers.has(channel.slug)) };
  }

  private async counted({ campaign: _, ...card }: HashtagCard, rooms: number): Promise<{ hashtag: Hashtag; spoken: Spoken }> {
    const tally = await this.tallies.of(card.topic);
    const spoken = spokenFrom(tally, (region) => this.regions.pathOf(region));
    return { hashtag: { ...card, posts: postsOf(tally), regions: spoken.length, rooms }, spoken };
  }
}
