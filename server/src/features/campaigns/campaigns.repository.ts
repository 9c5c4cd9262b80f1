import { Injectable } from '@nestjs/common';
import type { Campaign } from '@yunhui/contracts';
import { asc, eq, like, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { Database, type Transaction } from '../../platform/database/index.js';
import { campaigns, hashtags } from './campaigns.tables.js';

export type CampaignRow = typeof campaigns.$inferInsert;
export type Hashtag = typeof hashtags.$inferInsert;

@Injectable()
export class CampaignsRepository {
  constructor(private readonly database: Database) {}

  /** All campaigns, the outer ones first. */
  async all(): Promise<Campaign[]> {
    const rows = await this.database.drizzle.select().from(campaigns).orderBy(asc(campaigns.position));
    return rows.map(toCampaign);
  }

  async bySlug(slug: string): Promise<Campaign | undefined> {
    const [row] = await this.database.drizzle.select().from(campaigns).where(eq(campaigns.slug, slug));
    return row && toCampaign(row);
  }

  /** The slugs from the outermost campaign down to this one; none when there is no such campaign. */
  async wayTo(slug: string): Promise<string[] | undefined> {
    const [row] = await this.database.drizzle.select({ path: campaigns.path }).from(campaigns).where(eq(campaigns.slug, slug));
    return row?.path.split('/');
  }

  /** The slugs of a campaign and of all inside it. */
  async within(slug: string): Promise<string[]> {
    const outer = alias(campaigns, 'outer_one');
    const rows = await this.database.drizzle
      .select({ slug: campaigns.slug })
      .from(outer)
      .innerJoin(campaigns, or(eq(campaigns.path, outer.path), like(campaigns.path, sql`${outer.path} || '/%'`)))
      .where(eq(outer.slug, slug));
    return rows.map((row) => row.slug);
  }

  /** Adds campaigns that are missing; inner ones stand after the one around them. */
  async keep(tx: Transaction, rows: readonly CampaignRow[]): Promise<void> {
    if (rows.length > 0)
      await tx
        .insert(campaigns)
        .values([...rows])
        .onConflictDoNothing();
  }

  async keepHashtags(tx: Transaction, rows: readonly Hashtag[]): Promise<void> {
    if (rows.length > 0)
      await tx
        .insert(hashtags)
        .values([...rows])
        .onConflictDoNothing();
  }
}

/** Service hours that hold until a campaign sets its own, in minutes after local midnight. */
const serviceHours = { from: 8 * 60, to: 22 * 60 };

function toCampaign({ slug, parent, region, name, nameEn, theme, windows }: typeof campaigns.$inferSelect): Campaign {
  return { slug, ...(parent && { parent }), region, name, nameEn, ...(theme && { theme }), windows, serviceHours };
}
