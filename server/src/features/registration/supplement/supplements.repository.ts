import { Injectable } from '@nestjs/common';
import { and, asc, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { filingSupplements } from '../registration.tables.js';

export type SupplementRow = typeof filingSupplements.$inferSelect;
/** A supplement as it is opened: nobody has written into it. */
type OpenedSupplement = Omit<SupplementRow, 'version' | 'workerList'>;
/** One as somebody read it. */
type Read = Pick<SupplementRow, 'filing' | 'version'>;
type Change = Partial<Omit<SupplementRow, 'filing' | 'version'>>;

/** Until when hosts supplement what has ended, and what they write, in Postgres. Whatever changes one names the version it was read with. */
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

  /** Opens one. Of an activity that ended twice the time is another, and what was written stays. */
  async open(tx: Transaction, opened: OpenedSupplement): Promise<void> {
    const { endedOn, deadline, boundBy, unfinishedIn, locksAt, reminders, remindAt } = opened;
    const time = { endedOn, deadline, boundBy, unfinishedIn, locksAt, reminders, remindAt };
    await tx.insert(filingSupplements).values(opened).onConflictDoUpdate({ target: filingSupplements.filing, set: time });
  }

  /** Changes one, while it stands as it was read; else nothing: somebody was first. */
  async change(tx: Transaction, { filing, version }: Read, change: Change): Promise<SupplementRow | undefined> {
    const [row] = await tx
      .update(filingSupplements)
      .set({ ...change, version: version + 1 })
      .where(and(eq(filingSupplements.filing, filing), eq(filingSupplements.version, version)))
      .returning();
    return row;
  }

  /** Those whose reminder is due, the longest due first. */
  async remindingBefore(at: Date, limit: number): Promise<SupplementRow[]> {
    return this.database.drizzle
      .select()
      .from(filingSupplements)
      .where(lte(filingSupplements.remindAt, at))
      .orderBy(asc(filingSupplements.remindAt), asc(filingSupplements.filing))
      .limit(limit);
  }

  /** When to remind of it next, unless somebody has said so since it was read. Answers whether it is whoever asks who says so. */
  async remindAgain(tx: Transaction, { filing, remindAt }: Pick<SupplementRow, 'filing' | 'remindAt'>, at: Date | null): Promise<boolean> {
    const asRead = remindAt === null ? isNull(filingSupplements.remindAt) : eq(filingSupplements.remindAt, remindAt);
    const rows = await tx
      .update(filingSupplements)
      .set({ remindAt: at })
      .where(and(eq(filingSupplements.filing, filing), asRead))
      .returning({ filing: filingSupplements.filing });
    return rows.length > 0;
  }

  /** Forgets the lists of people of what locked before a moment. */
  async forgetLists(before: Date): Promise<void> {
    await this.database.drizzle
      .update(filingSupplements)
      .set({ workerList: null })
      .where(and(isNotNull(filingSupplements.workerList), lte(filingSupplements.locksAt, before)));
  }
}
