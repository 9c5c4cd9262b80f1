import { Injectable } from '@nestjs/common';
import { and, eq } from 'drizzle-orm';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { accountIdentities } from './identities.tables.js';

type IdentityRow = typeof accountIdentities.$inferSelect;
/** Whom a provider names. */
type Named = Pick<IdentityRow, 'issuer' | 'subject' | 'label'>;

/** Which account is whose at a provider, in Postgres. */
@Injectable()
export class IdentitiesRepository {
  constructor(private readonly database: Database) {}

  async of(userId: string): Promise<IdentityRow | undefined> {
    const [row] = await this.database.drizzle.select().from(accountIdentities).where(eq(accountIdentities.userId, userId));
    return row;
  }

  /** Whose account it is that somebody comes into now, if anybody's; what they are called is as the provider has it today. */
  async use({ issuer, subject, label }: Named, at: Date): Promise<string | undefined> {
    const [row] = await this.database.drizzle
      .update(accountIdentities)
      .set({ usedAt: at, label })
      .where(and(eq(accountIdentities.issuer, issuer), eq(accountIdentities.subject, subject)))
      .returning({ userId: accountIdentities.userId });
    return row?.userId;
  }

  /** Links it, unless it is linked, or the account is: of two at once one does. */
  async add(tx: Transaction, named: Named, userId: string, at: Date): Promise<boolean> {
    const added = await tx
      .insert(accountIdentities)
      .values({ ...named, userId, linkedAt: at })
      .onConflictDoNothing()
      .returning({ userId: accountIdentities.userId });
    return added.length > 0;
  }

  async remove(tx: Transaction, userId: string): Promise<Named | undefined> {
    const [row] = await tx.delete(accountIdentities).where(eq(accountIdentities.userId, userId)).returning();
    return row;
  }
}
