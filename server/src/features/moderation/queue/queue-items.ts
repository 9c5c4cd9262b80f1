import { Injectable } from '@nestjs/common';
import type { QueueItem } from '@yunhui/contracts';
import { HashtagCards } from '../../campaigns/index.js';
import { ChannelsService } from '../../channels/index.js';
import { RegionsService } from '../../regions/index.js';
import { type Claim, ClaimsStore } from './verdicts/claims.store.js';
import type { ItemRow } from './item-row.js';
import { itemOf, type Place } from './queue-item.rules.js';

/** What rows are called by people: their rooms, their regions, and who looks at them. */
@Injectable()
export class QueueItems {
  constructor(
    private readonly channels: ChannelsService,
    private readonly hashtags: HashtagCards,
    private readonly regions: RegionsService,
    private readonly claims: ClaimsStore,
  ) {}

  /** `at`: the store's time, `viewers`: of each topic among them. */
  async of(rows: readonly ItemRow[], { at, viewers }: { at: number; viewers: ReadonlyMap<string, number> }): Promise<QueueItem[]> {
    const places = await this.placesOf(rows.map(({ topic }) => topic));
    const waiting = rows.filter(({ state }) => state === 'held').map(({ id }) => id);
    const claims: ReadonlyMap<string, Claim> = await this.claims.ofAll(waiting);
    return rows.map((row) =>
      itemOf(row, {
        at,
        viewers: viewers.get(row.topic) ?? 0,
        place: places.get(row.topic) ?? {},
        ...(row.region !== null && { region: this.regions.cardOf(row.region) }),
        ...(claims.has(row.id) && { claim: claims.get(row.id) as Claim }),
      }),
    );
  }

  /** Rooms and campaign-wide topics by their names. */
  async placesOf(topics: readonly string[]): Promise<ReadonlyMap<string, Place>> {
    const names = [...new Set(topics)];
    const slugs = names.filter((topic) => topic.startsWith('room:')).map((topic) => topic.slice('room:'.length));
    const [channels, hashtags] = await Promise.all([
      this.channels.cards(slugs),
      this.hashtags.named(names.filter((topic) => topic.startsWith('hashtag:'))),
    ]);
    return new Map<string, Place>([
      ...channels.map(({ topic, slug, title, titleEn }) => [topic, { channel: { slug, title, ...(titleEn && { titleEn }) } }] as const),
      ...hashtags.map(({ topic, slug, title }) => [topic, { hashtag: { slug, title } }] as const),
    ]);
  }
}
