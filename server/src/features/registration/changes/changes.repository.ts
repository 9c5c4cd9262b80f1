import { Injectable } from '@nestjs/common';
import { and, asc, desc, eq, inArray, lte } from 'drizzle-orm';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { type FilingRow } from '../filings.repository.js';
import { filingChanges } from '../registration.tables.js';

export type ChangeRow = typeof filingChanges.$inferSelect;
export type NewChange = Omit<typeof filingChanges.$inferInsert, 'state' | 'level' | 'grantedBy' | 'settledAt'>;
const waiting = inArray(filingChanges.state, ['open', 'granted']);

/** What hosts ask for once an activity is on the programme, in Postgres. Each step of it is a step of its filing, whose version guards both. */
@Injectable()
export class ChangesRepository {
  constructor(private readonly database: Database) {}

  /** What is asked for and not settled, by filing; there is one at most. */
  async waitingFor(filings: readonly string[]): Promise<ReadonlyMap<string, ChangeRow>> {
    if (filings.length === 0) return new Map();
    const rows = await this.database.drizzle
      .select()
      .from(filingChanges)
      .where(and(inArray(filingChanges.filing, [...filings]), waiting));
    return new Map(rows.map((row) => [row.filing, row]));
  }

  /** Those that the last level granted until `at`, the oldest first; of them `limit` after the first `skipped`. */
  async grantedBefore(at: Date, { limit, skipped }: { limit: number; skipped: number }): Promise<ChangeRow[]> {
    return this.database.drizzle
      .select()
      .from(filingChanges)
      .where(and(eq(filingChanges.state, 'granted'), lte(filingChanges.settledAt, at)))
      .orderBy(asc(filingChanges.settledAt), asc(filingChanges.id))
      .offset(skipped)
      .limit(limit);
  }

  async add(tx: Transaction, change: NewChange): Promise<void> {
    await tx.insert(filingChanges).values({ ...change, state: 'open' });
  }

  async raise(tx: Transaction, id: string, level: number): Promise<void> {
    await tx.update(filingChanges).set({ level }).where(eq(filingChanges.id, id));
  }

  async settle(
    tx: Transaction,
    id: string,
    settled: Pick<ChangeRow, 'state' | 'settledAt'> & Partial<Pick<ChangeRow, 'grantedBy'>>,
  ): Promise<void> {
    await tx.update(filingChanges).set(settled).where(eq(filingChanges.id, id));
  }

  /** Somebody has done something else at once: what was asked for is not decided any more. */
  async overtake(tx: Transaction, filing: string, settledAt: Date): Promise<void> {
    await tx
      .update(filingChanges)
      .set({ state: 'overtaken', settledAt })
      .where(and(eq(filingChanges.filing, filing), waiting));
  }

  /** Puts a decision about the last request back to where it was decided. Of other steps there is nothing to put back. */
  async reopen(tx: Transaction, { id: filing }: FilingRow, event: string): Promise<Pick<FilingRow, 'changeLevel'> | undefined> {
    if (event !== 'endorse' && event !== 'grant' && event !== 'decline') return undefined;
    const [last] = await tx
      .select()
      .from(filingChanges)
      .where(eq(filingChanges.filing, filing))
      .orderBy(desc(filingChanges.at), desc(filingChanges.id))
      .limit(1);
    if (!last) throw new Error('a decision about no request');
    const level = event === 'endorse' ? last.level - 1 : last.level;
    await tx.update(filingChanges).set({ state: 'open', level, grantedBy: null, settledAt: null }).where(eq(filingChanges.id, last.id));
    return { changeLevel: level };
  }
}
