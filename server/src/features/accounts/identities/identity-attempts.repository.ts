import { Injectable } from '@nestjs/common';
import { and, eq, gt, lte } from 'drizzle-orm';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { identityAttempts, pendingIdentities } from './identities.tables.js';

export type Attempt = typeof identityAttempts.$inferSelect;
export type Pending = typeof pendingIdentities.$inferSelect;

/** What one browser is about to do with the provider, in Postgres. Each is good once, and not for long. */
@Injectable()
export class IdentityAttemptsRepository {
  constructor(private readonly database: Database) {}

  /** Keeps an attempt; what has run out goes meanwhile. */
  async begin(attempt: Attempt, at: Date): Promise<void> {
    const { drizzle } = this.database;
    await drizzle.delete(identityAttempts).where(lte(identityAttempts.until, at));
    await drizzle.delete(pendingIdentities).where(lte(pendingIdentities.until, at));
    await drizzle.insert(identityAttempts).values(attempt);
  }

  /** Uses an attempt up. Another state is not its answer, and leaves it as it is. */
  async take(tokenSha256: string, state: string, at: Date): Promise<Attempt | undefined> {
    const { tokenSha256: token, state: expected, until } = identityAttempts;
    const [row] = await this.database.drizzle
      .delete(identityAttempts)
      .where(and(eq(token, tokenSha256), eq(expected, state), gt(until, at)))
      .returning();
    return row;
  }

  async keepPending(pending: Pending): Promise<void> {
    await this.database.drizzle.insert(pendingIdentities).values(pending);
  }

  async pendingOf(tokenSha256: string, at: Date): Promise<Pending | undefined> {
    const { tokenSha256: token, until } = pendingIdentities;
    const [row] = await this.database.drizzle
      .select()
      .from(pendingIdentities)
      .where(and(eq(token, tokenSha256), gt(until, at)));
    return row;
  }

  async dropPending(tokenSha256: string): Promise<void> {
    await this.database.drizzle.delete(pendingIdentities).where(eq(pendingIdentities.tokenSha256, tokenSha256));
  }

  /** Uses it up; of two at once one has it. */
  async takePending(tx: Transaction, tokenSha256: string): Promise<boolean> {
    const taken = await tx
      .delete(pendingIdentities)
      .where(eq(pendingIdentities.tokenSha256, tokenSha256))
      .returning({ token: pendingIdentities.tokenSha256 });
    return taken.length > 0;
  }
}
