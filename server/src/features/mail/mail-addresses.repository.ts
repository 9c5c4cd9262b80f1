import { Injectable } from '@nestjs/common';
import type { MailLanguage, NoticeKind } from '@yunhui/contracts';
import { and, eq, gt, sql } from 'drizzle-orm';
import { Database, type Transaction } from '../../platform/database/index.js';
import { mailAddresses } from './mail.tables.js';

export type AddressRow = typeof mailAddresses.$inferSelect;
/** An address as somebody gives it: to be confirmed before anything else is sent there. */
type Given = Pick<AddressRow, 'userId' | 'address' | 'language' | 'kinds' | 'ending'> & { tokenSha256: string; tokenUntil: Date };

/** Where accounts are written to, in Postgres. */
@Injectable()
export class MailAddressesRepository {
  constructor(private readonly database: Database) {}

  async of(userId: string): Promise<AddressRow | undefined> {
    const [row] = await this.database.drizzle.select().from(mailAddresses).where(eq(mailAddresses.userId, userId));
    return row;
  }

  /** The same, for a transaction in whose course it stays as it is: whoever ends it waits, and finds what was written. */
  async held(tx: Transaction, userId: string): Promise<AddressRow | undefined> {
    const [row] = await tx.select().from(mailAddresses).where(eq(mailAddresses.userId, userId)).for('share');
    return row;
  }

  /**
   * Puts it in the place of the one before. What somebody wants to hear of stays as they chose it, and so does the link that ends
   * mail, unless the address is another: who reads the old mailbox does not end the mail of the new one.
   */
  async give(tx: Transaction, { kinds, ending, ...given }: Given): Promise<void> {
    const { address, ending: kept } = mailAddresses;
    const itsEnding = sql`case when ${address} = excluded.address then ${kept} else excluded.ending end`;
    await tx
      .insert(mailAddresses)
      .values({ ...given, kinds, ending })
      .onConflictDoUpdate({ target: mailAddresses.userId, set: { ...given, confirmedAt: null, ending: itsEnding } });
  }

  /** Confirms the address whose link was followed, once, while it is good. */
  async confirm(tx: Transaction, tokenSha256: string, at: Date): Promise<AddressRow | undefined> {
    const [row] = await tx
      .update(mailAddresses)
      .set({ confirmedAt: at, tokenSha256: null, tokenUntil: null })
      .where(and(eq(mailAddresses.tokenSha256, tokenSha256), gt(mailAddresses.tokenUntil, at)))
      .returning();
    return row;
  }

  async choose(tx: Transaction, userId: string, chosen: { kinds: NoticeKind[]; language: MailLanguage }): Promise<AddressRow | undefined> {
    const [row] = await tx.update(mailAddresses).set(chosen).where(eq(mailAddresses.userId, userId)).returning();
    return row;
  }

  /** Whoever holds the link that is in every mail wants none any more. */
  async end(tx: Transaction, ending: string): Promise<AddressRow | undefined> {
    const [row] = await tx.update(mailAddresses).set({ kinds: [] }).where(eq(mailAddresses.ending, ending)).returning();
    return row;
  }

  async forget(tx: Transaction, userId: string): Promise<boolean> {
    const gone = await tx.delete(mailAddresses).where(eq(mailAddresses.userId, userId)).returning({ userId: mailAddresses.userId });
    return gone.length > 0;
  }
}
