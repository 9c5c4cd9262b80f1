import { Injectable } from '@nestjs/common';
import { asc, eq, inArray } from 'drizzle-orm';
import { Database, type Transaction } from '../../platform/database/index.js';
import { channels } from './channels.tables.js';

export type ChannelRow = typeof channels.$inferSelect;
export type NewChannel = typeof channels.$inferInsert;
export type Reads = Transaction | Database['drizzle'];

@Injectable()
export class ChannelsRepository {
  constructor(private readonly database: Database) {}

  async bySlug(slug: string): Promise<ChannelRow | undefined> {
    const [row] = await this.database.drizzle.select().from(channels).where(eq(channels.slug, slug));
    return row;
  }

  /** These channels, or all, in their order. */
  async all(slugs?: readonly string[], on: Reads = this.database.drizzle): Promise<ChannelRow[]> {
    return on
      .select()
      .from(channels)
      .where(slugs ? inArray(channels.slug, [...slugs]) : undefined)
      .orderBy(asc(channels.position), asc(channels.slug));
  }

  async keep(tx: Transaction, rows: readonly NewChannel[]): Promise<void> {
    if (rows.length > 0)
      await tx
        .insert(channels)
        .values([...rows])
        .onConflictDoNothing();
  }
}
