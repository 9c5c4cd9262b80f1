import { Injectable } from '@nestjs/common';
import type { Channel } from '@yunhui/contracts';
import type { Transaction } from '../../platform/database/index.js';
import { HashtagCards } from '../campaigns/index.js';
import { type CarriedTopic, CarriedTopicsRepository } from './carried-topics.repository.js';

/** Which rooms carry which campaign-wide topics: a client in such a room joins those topics too, and merges. */
@Injectable()
export class CarriedTopics {
  constructor(
    private readonly carried: CarriedTopicsRepository,
    private readonly hashtags: HashtagCards,
  ) {}

  /** Rooms carry these from now on; what is carried already stays as it is. */
  async carry(tx: Transaction, rows: readonly CarriedTopic[]): Promise<void> {
    await this.carried.keep(tx, rows);
  }

  /** What the room of a channel carries, in its order. */
  async of(channel: string): Promise<Channel['carries']> {
    const topics = await this.carried.ofChannel(channel);
    const cards = new Map((await this.hashtags.named(topics)).map((card) => [card.topic, card]));
    return topics.flatMap((topic) => {
      const card = cards.get(topic);
      return card ? [{ topic, slug: card.slug, title: card.title }] : [];
    });
  }

  /** The channels whose rooms carry a topic. */
  async carriersOf(topic: string): Promise<string[]> {
    return this.carried.channelsOf(topic);
  }

  /** How many rooms carry each of these topics; those that none carries are missing. */
  async roomsOf(topics: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.carried.roomsOf(topics);
  }
}
