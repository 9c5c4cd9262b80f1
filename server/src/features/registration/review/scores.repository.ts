import { Injectable } from '@nestjs/common';
import type { ReviewScores } from '@yunhui/contracts';
import { and, eq } from 'drizzle-orm';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { filingScores } from '../registration.tables.js';

/** What each reviewer gave a filing, in Postgres. */
@Injectable()
export class ScoresRepository {
  constructor(private readonly database: Database) {}

  /** Empty while they have given none. */
  async of(filing: string, by: string): Promise<ReviewScores> {
    const [row] = await this.database.drizzle
      .select({ scores: filingScores.scores })
      .from(filingScores)
      .where(and(eq(filingScores.filing, filing), eq(filingScores.byId, by)));
    return row?.scores ?? {};
  }

  async put(tx: Transaction, row: typeof filingScores.$inferInsert): Promise<void> {
    const { scores, at } = row;
    await tx
      .insert(filingScores)
      .values(row)
      .onConflictDoUpdate({ target: [filingScores.filing, filingScores.byId], set: { scores, at } });
  }
}
