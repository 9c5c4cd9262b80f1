import { Injectable } from '@nestjs/common';
import { eq } from 'drizzle-orm';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { accountPhones } from './phones.tables.js';

/** By which number an account signs in, in Postgres. */
@Injectable()
export class PhonesRepository {
  constructor(private readonly database: Database) {}

  async of(userId: string): Promise<string | undefined> {
    const [row] = await this.database.drizzle
      .select({ phone: accountPhones.phone })
      .from(accountPhones)
      .where(eq(accountPhones.userId, userId));
    return row?.phone;
  }

  async ownerOf(phone: string): Promise<string | undefined> {
    const [row] = await this.database.drizzle
      .select({ userId: accountPhones.userId })
      .from(accountPhones)
      .where(eq(accountPhones.phone, phone));
    return row?.userId;
  }

  /** Puts it in the place of the one before, unless another account has it: of two at once one does. */
  async keep(tx: Transaction, userId: string, phone: string, at: Date): Promise<boolean> {
    await tx.delete(accountPhones).where(eq(accountPhones.userId, userId));
    const kept = await tx
      .insert(accountPhones)
      .values({ userId, phone, confirmedAt: at })
      .onConflictDoNothing()
      .returning({ userId: accountPhones.userId });
    return kept.length > 0;
  }

  async remove(tx: Transaction, userId: string): Promise<boolean> {
    const gone = await tx.delete(accountPhones).where(eq(accountPhones.userId, userId)).returning({ userId: accountPhones.userId });
    return gone.length > 0;
  }
}
