import { Injectable } from '@nestjs/common';
import { asc } from 'drizzle-orm';
import { Database, type Transaction } from '../../platform/database/index.js';
import { regions } from './regions.tables.js';

export type Region = typeof regions.$inferInsert;
export type RegionRow = typeof regions.$inferSelect;
/** A region as the source of a tree gives it: it names its parent, and the path follows from that. */
export type NewRegion = Omit<Region, 'path'>;

@Injectable()
export class RegionsRepository {
  constructor(private readonly database: Database) {}

  /** The whole tree, as far as others need it: small enough to be kept in each process. */
  async all(): Promise<RegionRow[]> {
    return this.database.drizzle.select().from(regions).orderBy(asc(regions.position), asc(regions.key));
  }

  /** Adds what is missing; parents stand before their children. */
  async keep(tx: Transaction, rows: readonly Region[]): Promise<void> {
    await tx
      .insert(regions)
      .values([...rows])
      .onConflictDoNothing();
  }
}
