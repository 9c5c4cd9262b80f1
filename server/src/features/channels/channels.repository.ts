import { Injectable } from '@nestjs/common';
import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm';
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

  /** These channels, in their order. */
  async these(slugs: readonly string[], on: Reads = this.database.drizzle): Promise<ChannelRow[]> {
    if (slugs.length === 0) return [];
    return on
      .select()
      .from(channels)
      .where(inArray(channels.slug, [...slugs]))
      .orderBy(asc(channels.position), asc(channels.slug));
  }

  /** The channels of these campaigns, in their order. */
  async ofCampaigns(campaigns: readonly string[]): Promise<ChannelRow[]> {
    if (campaigns.length === 0) return [];
    return this.database.drizzle
      .select()
      .from(channels)
      .where(inArray(channels.campaign, [...campaigns]))
      .orderBy(asc(channels.position), asc(channels.slug));
  }

  /** The own channels of a unit: those that stand in no matrix. */
  async ofHost(organization: string): Promise<string[]> {
    const rows = await this.database.drizzle
      .select({ slug: channels.slug })
      .from(channels)
      .where(and(eq(channels.host, organization), isNull(channels.matrix)));
    return rows.map(({ slug }) => slug);
  }

  async slugs(): Promise<string[]> {
    const rows = await this.database.drizzle
      .select({ slug: channels.slug })
      .from(channels)
      .orderBy(asc(channels.position), asc(channels.slug));
    return rows.map(({ slug }) => slug);
  }

  /** False: it was so already. */
  async changePick(tx: Transaction, slug: string, picked: boolean): Promise<boolean> {
    const changed = await tx
      .update(channels)
      .set({ picked })
      .where(and(eq(channels.slug, slug), ne(channels.picked, picked)))
      .returning({ slug: channels.slug });
    return changed.length > 0;
  }

  async keep(tx: Transaction, rows: readonly NewChannel[]): Promise<void> {
    if (rows.length > 0)
      await tx
        .insert(channels)
        .values([...rows])
        .onConflictDoNothing();
  }
}
