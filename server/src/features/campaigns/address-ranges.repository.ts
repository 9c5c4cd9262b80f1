import { Injectable } from '@nestjs/common';
import type { AddressRange } from '@yunhui/contracts';
import { asc, eq } from 'drizzle-orm';
import { Database, type Transaction } from '../../platform/database/index.js';
import { addressRanges } from './campaigns.tables.js';

/** What is listed of a range, without the campaign that lists it. */
const listed = {
  range: addressRanges.range,
  note: addressRanges.note,
  guestsPerSecond: addressRanges.guestsPerSecond,
  sockets: addressRanges.sockets,
};

@Injectable()
export class AddressRangesRepository {
  constructor(private readonly database: Database) {}

  /** What a campaign's operators have listed, by range. */
  async of(campaign: string, on: Transaction | Database['drizzle'] = this.database.drizzle): Promise<AddressRange[]> {
    return on.select(listed).from(addressRanges).where(eq(addressRanges.campaign, campaign)).orderBy(asc(addressRanges.range));
  }

  /** Those of every campaign. */
  async all(): Promise<AddressRange[]> {
    return this.database.drizzle.select(listed).from(addressRanges);
  }

  /** Puts new ranges in the place of a campaign's old ones. A range that is named twice is the later one. */
  async replace(tx: Transaction, campaign: string, ranges: readonly AddressRange[]): Promise<void> {
    await tx.delete(addressRanges).where(eq(addressRanges.campaign, campaign));
    const rows = new Map(ranges.map((range) => [range.range, { campaign, ...range }]));
    if (rows.size > 0) await tx.insert(addressRanges).values([...rows.values()]);
  }
}
