import { Injectable } from '@nestjs/common';
import { and, desc, eq, inArray, lt, max, or, sql } from 'drizzle-orm';
import { Database, type Transaction } from '../../platform/database/index.js';
import { scheduleReleases } from './releases.tables.js';

export type ReleaseRow = typeof scheduleReleases.$inferSelect;

/** What was released, in Postgres. */
@Injectable()
export class ReleasesRepository {
  constructor(private readonly database: Database) {}

  /** Adds the next release of a campaign. Nobody else releases there until the transaction ends, so that numbers have no holes. */
  async add(tx: Transaction, release: Omit<ReleaseRow, 'number'>): Promise<void> {
    const { campaign } = release;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`releases:${campaign}`}))`);
    const [last] = await tx
      .select({ number: max(scheduleReleases.number) })
      .from(scheduleReleases)
      .where(eq(scheduleReleases.campaign, campaign));
    await tx.insert(scheduleReleases).values({ ...release, number: (last?.number ?? 0) + 1 });
  }

  async byId(id: string): Promise<ReleaseRow | undefined> {
    const [row] = await this.database.drizzle.select().from(scheduleReleases).where(eq(scheduleReleases.id, id));
    return row;
  }

  /** A page of what these campaigns released, the latest first. */
  async latest(campaigns: readonly string[], after: { at: string; id: string } | undefined, limit: number): Promise<ReleaseRow[]> {
    if (campaigns.length === 0) return [];
    const { at, id } = scheduleReleases;
    const beyond = after && or(lt(at, new Date(after.at)), and(eq(at, new Date(after.at)), lt(id, after.id)));
    return this.database.drizzle
      .select()
      .from(scheduleReleases)
      .where(and(inArray(scheduleReleases.campaign, [...campaigns]), beyond))
      .orderBy(desc(at), desc(id))
      .limit(limit);
  }
}
