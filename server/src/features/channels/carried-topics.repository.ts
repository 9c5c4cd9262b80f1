import { Injectable } from '@nestjs/common';
import { asc, count, eq, inArray } from 'drizzle-orm';
import { Database, type Transaction } from '../../platform/database/index.js';
import { carriedTopics } from './carried-topics.tables.js';

export type CarriedTopic = typeof carriedTopics.$inferInsert;

@Injectable()
export class CarriedTopicsRepository {
  constructor(private readonly database: Database) {}

  async keep(tx: Transaction, rows: readonly CarriedTopic[]): Promise<void> {
    if (rows.length > 0)
      await tx
        .insert(carriedTopics)
        .values([...rows])
        .onConflictDoNothing();
  }

  /** The topics of a channel's room, in their order. */
  async ofChannel(channel: string): Promise<string[]> {
    const rows = await this.database.drizzle
      .select({ topic: carriedTopics.topic })
      .from(carriedTopics)
      .where(eq(carriedTopics.channel, channel))
      .orderBy(asc(carriedTopics.position), asc(carriedTopics.topic));
    return rows.map(({ topic }) => topic);
  }

  async channelsOf(topic: string): Promise<string[]> {
    const rows = await this.database.drizzle
      .select({ channel: carriedTopics.channel })
      .from(carriedTopics)
      .where(eq(carriedTopics.topic, topic));
    return rows.map(({ channel }) => channel);
  }

  async roomsOf(topics: readonly string[]): Promise<Map<string, number>> {
    if (topics.length === 0) return new Map();
    const rows = await this.database.drizzle
      .select({ topic: carriedTopics.topic, rooms: count() })
      .from(carriedTopics)
      .where(inArray(carriedTopics.topic, [...topics]))
      .groupBy(carriedTopics.topic);
    return new Map(rows.map(({ topic, rooms }) => [topic, rooms]));
  }
}
