import { Injectable } from '@nestjs/common';
import { and, asc, gt, gte, inArray, lte, sql } from 'drizzle-orm';
import { Database, type Transaction } from '../../platform/database/index.js';
import { activities } from './activities.tables.js';

export type Activity = typeof activities.$inferInsert;
export type KnownActivity = typeof activities.$inferSelect;

/** A list longer than this is nobody's evening; the rest is found by search. */
const mostUndated = 200;

@Injectable()
export class ActivitiesRepository {
  constructor(private readonly database: Database) {}

  /**
   * The activities of these campaigns that may fall on a day from `from` to `to`, by their first day. Those that only
   * have their campaign's window say nothing of when they are, and are left out; so are those whose time is exact, for the
   * schedule has their sessions.
   */
  async between(campaigns: readonly string[], { from, to }: { from: string; to: string }): Promise<KnownActivity[]> {
    if (campaigns.length === 0) return [];
    const ownTime = sql`(${activities.time}->>'inherited')::boolean is not true and ${activities.time}->>'precision' <> 'exact'`;
    return this.database.drizzle
      .select()
      .from(activities)
      .where(and(inArray(activities.campaign, [...campaigns]), lte(activities.fromDate, to), gte(activities.toDate, from), ownTime))
      .orderBy(asc(activities.fromDate), asc(activities.toDate), asc(activities.position))
      .limit(mostUndated);
  }

  /** The activities whose id comes after this one, a page of them in order of id. */
  async after(id: string, limit: number): Promise<KnownActivity[]> {
    return this.database.drizzle.select().from(activities).where(gt(activities.id, id)).orderBy(asc(activities.id)).limit(limit);
  }

  /** Puts an activity in place of how it was. */
  async put(tx: Transaction, activity: Activity): Promise<void> {
    const { id: _, ...parts } = activity;
    await tx.insert(activities).values(activity).onConflictDoUpdate({ target: activities.id, set: parts });
  }

  /** Adds activities that are missing; a component stands after the activity it is part of. */
  async keep(tx: Transaction, rows: readonly Activity[]): Promise<void> {
    if (rows.length > 0)
      await tx
        .insert(activities)
        .values([...rows])
        .onConflictDoNothing();
  }
}
