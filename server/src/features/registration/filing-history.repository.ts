import { Injectable } from '@nestjs/common';
import type { ActivityForm, ReturnReason } from '@yunhui/contracts';
import { and, asc, desc, eq } from 'drizzle-orm';
import { Database, type Transaction } from '../../platform/database/index.js';
import { filingReasons, filingSnapshots, filingSteps } from './registration.tables.js';

export type StepRow = typeof filingSteps.$inferSelect;

/** What became of a filing: its steps, why it came back, and how it was each time it was submitted. */
@Injectable()
export class FilingHistoryRepository {
  constructor(private readonly database: Database) {}

  async steps(filing: string): Promise<StepRow[]> {
    return this.database.drizzle.select().from(filingSteps).where(eq(filingSteps.filing, filing)).orderBy(asc(filingSteps.version));
  }

  async reasons(filing: string, round: number): Promise<ReturnReason[]> {
    const rows = await this.database.drizzle
      .select()
      .from(filingReasons)
      .where(and(eq(filingReasons.filing, filing), eq(filingReasons.round, round)))
      .orderBy(asc(filingReasons.field));
    return rows.map(({ field, code, note }) => ({ field, code, ...(note !== null && { note }) }));
  }

  /** The form as it was submitted in a round. */
  async snapshot(filing: string, round: number): Promise<ActivityForm | undefined> {
    const [row] = await this.database.drizzle
      .select({ form: filingSnapshots.form })
      .from(filingSnapshots)
      .where(and(eq(filingSnapshots.filing, filing), eq(filingSnapshots.round, round)));
    return row?.form;
  }

  async addStep(tx: Transaction, step: StepRow): Promise<void> {
    await tx.insert(filingSteps).values(step);
  }

  async addReasons(tx: Transaction, filing: string, round: number, reasons: readonly ReturnReason[]): Promise<void> {
    await tx.insert(filingReasons).values(reasons.map((reason) => ({ filing, round, ...reason })));
  }

  /** Of a return that was taken back; the audit keeps them. */
  async forgetReasons(tx: Transaction, filing: string, round: number): Promise<void> {
    await tx.delete(filingReasons).where(and(eq(filingReasons.filing, filing), eq(filingReasons.round, round)));
  }

  async addSnapshot(tx: Transaction, filing: string, round: number, form: ActivityForm, at: Date): Promise<void> {
    await tx.insert(filingSnapshots).values({ filing, round, form, at });
  }

  /** The last step, in the transaction that is about to take it back. */
  async lastStep(tx: Transaction, filing: string): Promise<StepRow | undefined> {
    const [row] = await tx.select().from(filingSteps).where(eq(filingSteps.filing, filing)).orderBy(desc(filingSteps.version)).limit(1);
    return row;
  }
}
