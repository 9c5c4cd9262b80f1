import { Injectable } from '@nestjs/common';
import { inArray } from 'drizzle-orm';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { filingSupplements } from '../registration.tables.js';

export type SupplementRow = typeof filingSupplements.$inferSelect;

/** Until when hosts supplement what has ended, in Postgres. */
@Injectable()
export class SupplementsRepository {
  constructor(private readonly database: Database) {}

  async of(filings: readonly string[]): Promise<ReadonlyMap<string, SupplementRow>> {
    if (filings.length === 0) return new Map();
    const rows = await this.database.drizzle
      .select()
      .from(filingSupplements)
      .where(inArray(filingSupplements.filing, [...filings]));
    return new Map(rows.map((row) => [row.filing, row]));
  }

  async open(tx: Transaction, supplement: SupplementRow): Promise<void> {
    const { filing: _, ...parts } = supplement;
    await tx.insert(filingSupplements).values(supplement).onConflictDoUpdate({ target: filingSupplements.filing, set: parts });
  }
}
