import { Injectable } from '@nestjs/common';
import { and, eq, gt, lt, lte, sql } from 'drizzle-orm';
import { Database } from '../../../platform/database/index.js';
import { phoneCodes } from './phones.tables.js';

export type CodeRow = typeof phoneCodes.$inferSelect;

/** Codes that were sent, in Postgres. */
@Injectable()
export class PhoneCodesRepository {
  constructor(private readonly database: Database) {}

  /** Keeps a code; those that have run out go meanwhile. */
  async add(code: typeof phoneCodes.$inferInsert, at: Date): Promise<void> {
    await this.database.drizzle.delete(phoneCodes).where(lte(phoneCodes.until, at));
    await this.database.drizzle.insert(phoneCodes).values(code);
  }

  /** Takes one try of a code that is good, before it is judged: many at once are no way around. Nothing when none is left. */
  async takeTry({ id, purpose }: Pick<CodeRow, 'id' | 'purpose'>, most: number, at: Date): Promise<CodeRow | undefined> {
    const [row] = await this.database.drizzle
      .update(phoneCodes)
      .set({ tries: sql`${phoneCodes.tries} + 1` })
      .where(and(eq(phoneCodes.id, id), eq(phoneCodes.purpose, purpose), lt(phoneCodes.tries, most), gt(phoneCodes.until, at)))
      .returning();
    return row;
  }

  /** Uses it up; of two at once one has it. */
  async use(id: string): Promise<boolean> {
    const used = await this.database.drizzle.delete(phoneCodes).where(eq(phoneCodes.id, id)).returning({ id: phoneCodes.id });
    return used.length > 0;
  }
}
