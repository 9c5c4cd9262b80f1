import { Injectable } from '@nestjs/common';
import { asc, inArray, sql } from 'drizzle-orm';
import { Database } from '../../platform/database/index.js';
import { hashtags } from './campaigns.tables.js';

export type HashtagRow = typeof hashtags.$inferSelect;

@Injectable()
export class HashtagsRepository {
  constructor(private readonly database: Database) {}

  async ofCampaigns(campaigns: readonly string[]): Promise<HashtagRow[]> {
    if (campaigns.length === 0) return [];
    return this.database.drizzle
      .select()
      .from(hashtags)
      .where(inArray(hashtags.campaign, [...campaigns]))
      .orderBy(asc(hashtags.slug));
  }

  async all(): Promise<HashtagRow[]> {
    return this.database.drizzle.select().from(hashtags).orderBy(asc(hashtags.campaign), asc(hashtags.slug));
  }

  /** Those that a topic is named for, in no order. */
  async named(topics: readonly string[]): Promise<HashtagRow[]> {
    if (topics.length === 0) return [];
    const name = sql<string>`'hashtag:' || ${hashtags.campaign} || ':' || ${hashtags.slug}`;
    return this.database.drizzle
      .select()
      .from(hashtags)
      .where(inArray(name, [...topics]));
  }
}
