import { Injectable } from '@nestjs/common';
import type { Campaign } from '@yunhui/contracts';
import { and, asc, eq, inArray, isNotNull, isNull, like, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { Database, type Transaction } from '../../platform/database/index.js';
import { campaigns, hashtags } from './campaigns.tables.js';

export type CampaignRow = typeof campaigns.$inferInsert;
export type Hashtag = typeof hashtags.$inferInsert;
/** One campaign's own 静默. */
export type Quiet = { slug: string; since: Date | null; version: number };

@Injectable()
export class CampaignsRepository {
  constructor(private readonly database: Database) {}

  /** All campaigns, each after the one it is inside. */
  async all(): Promise<Campaign[]> {
    const rows = await this.database.drizzle.select().from(campaigns).orderBy(asc(campaigns.position));
    return rows.map(toCampaign);
  }

  async bySlug(slug: string): Promise<Campaign | undefined> {
    const [row] = await this.database.drizzle.select().from(campaigns).where(eq(campaigns.slug, slug));
    return row && toCampaign(row);
  }

  /** What the notice of a campaign says, as it was brought in; none when there is no such campaign. */
  async detailsOf(slug: string): Promise<Record<string, unknown> | undefined> {
    const [row] = await this.database.drizzle.select({ details: campaigns.details }).from(campaigns).where(eq(campaigns.slug, slug));
    return row?.details;
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

  /** Since when these campaigns are quiet, and how often that has changed in each. */
  async quietOf(slugs: readonly string[]): Promise<Quiet[]> {
    if (slugs.length === 0) return [];
    return this.database.drizzle
      .select({ slug: campaigns.slug, since: campaigns.quietSince, version: campaigns.quietVersion })
      .from(campaigns)
      .where(inArray(campaigns.slug, [...slugs]));
  }

  /** The slugs of the campaigns that are quiet themselves. */
  async quietOnes(): Promise<string[]> {
    const rows = await this.database.drizzle.select({ slug: campaigns.slug }).from(campaigns).where(isNotNull(campaigns.quietSince));
    return rows.map(({ slug }) => slug);
  }

  /** Makes a campaign quiet from `since` on, or with null loud again. The new version; none when it was so already. */
  async changeQuiet(tx: Transaction, slug: string, since: Date | null): Promise<number | undefined> {
    const isOther = since ? isNull(campaigns.quietSince) : isNotNull(campaigns.quietSince);
    const [changed] = await tx
      .update(campaigns)
      .set({ quietSince: since, quietVersion: sql`${campaigns.quietVersion} + 1` })
      .where(and(eq(campaigns.slug, slug), isOther))
      .returning({ version: campaigns.quietVersion });
    return changed?.version;
  }

  /** Adds one after all others; whether its slug was free. */
  async add(tx: Transaction, row: Omit<CampaignRow, 'position'>): Promise<boolean> {
    const position = sql<number>`(select coalesce(max(position), -1) + 1 from campaigns)`;
    const added = await tx
      .insert(campaigns)
      .values({ ...row, position })
      .onConflictDoNothing()
      .returning({ slug: campaigns.slug });
    return added.length > 0;
  }

  /** What it says of itself, otherwise. */
  async change(tx: Transaction, slug: string, said: Partial<CampaignRow>): Promise<void> {
    await tx.update(campaigns).set(said).where(eq(campaigns.slug, slug));
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

function toCampaign(row: typeof campaigns.$inferSelect): Campaign {
  const { slug, parent, region, name, nameEn, theme, windows } = row;
  const serviceHours = { from: row.serviceFrom, to: row.serviceTo };
  return { slug, ...(parent && { parent }), region, name, nameEn, ...(theme && { theme }), windows, serviceHours };
}
