import { Injectable } from '@nestjs/common';
import { and, asc, eq, gt, isNull, type SQL } from 'drizzle-orm';
import { Database, type Transaction } from '../../platform/database/index.js';
import { oneTimeLinks } from './filers.tables.js';

export type LinkRow = typeof oneTimeLinks.$inferSelect;
/** A link as whoever holds it shows it. */
type Held = { kind: LinkRow['kind']; tokenSha256: string };

/** Links that are good once, in Postgres. */
@Injectable()
export class OneTimeLinksRepository {
  constructor(private readonly database: Database) {}

  async add(tx: Transaction, link: typeof oneTimeLinks.$inferInsert): Promise<void> {
    await tx.insert(oneTimeLinks).values(link);
  }

  /** The link, while it is good. */
  async goodAt({ kind, tokenSha256 }: Held, at: Date): Promise<LinkRow | undefined> {
    const [row] = await this.database.drizzle
      .select()
      .from(oneTimeLinks)
      .where(and(eq(oneTimeLinks.kind, kind), eq(oneTimeLinks.tokenSha256, tokenSha256), isGood(at)));
    return row;
  }

  /** Uses it up. Of two at once one has it; the other, and whoever comes later, has nothing. */
  async use(tx: Transaction, id: string, by: string, at: Date): Promise<boolean> {
    const used = await tx
      .update(oneTimeLinks)
      .set({ usedAt: at, usedBy: by })
      .where(and(eq(oneTimeLinks.id, id), isGood(at)))
      .returning({ id: oneTimeLinks.id });
    return used.length > 0;
  }

  /** The invitations to a unit that are good, the oldest first. */
  async invitationsOf(organization: string, at: Date): Promise<LinkRow[]> {
    return this.database.drizzle
      .select()
      .from(oneTimeLinks)
      .where(and(eq(oneTimeLinks.organization, organization), isGood(at)))
      .orderBy(asc(oneTimeLinks.issuedAt), asc(oneTimeLinks.id));
  }

  /** Takes an invitation to a unit back, while it is good. */
  async revokeInvitation(tx: Transaction, { id, organization }: { id: string; organization: string }, at: Date): Promise<boolean> {
    return this.revoke(tx, and(eq(oneTimeLinks.id, id), eq(oneTimeLinks.organization, organization)), at);
  }

  /** Takes back every invitation to a unit that somebody has given. */
  async revokeInvitations(
    tx: Transaction,
    { organization, issuedBy }: { organization: string; issuedBy: string },
    at: Date,
  ): Promise<void> {
    await this.revoke(tx, and(eq(oneTimeLinks.organization, organization), eq(oneTimeLinks.issuedBy, issuedBy)), at);
  }

  /** Takes back what an account was given to come back by. */
  async revokeRecoveries(tx: Transaction, userId: string, at: Date): Promise<void> {
    await this.revoke(tx, and(eq(oneTimeLinks.kind, 'recovery'), eq(oneTimeLinks.userId, userId)), at);
  }

  /** Every link of a kind that is good, the oldest first. */
  async allOf(kind: LinkRow['kind'], at: Date): Promise<LinkRow[]> {
    return this.database.drizzle
      .select()
      .from(oneTimeLinks)
      .where(and(eq(oneTimeLinks.kind, kind), isGood(at)))
      .orderBy(asc(oneTimeLinks.issuedAt), asc(oneTimeLinks.id));
  }

  /** Takes one back, while it is good. */
  async revokeOne(tx: Transaction, { id, kind }: Pick<LinkRow, 'id' | 'kind'>, at: Date): Promise<boolean> {
    return this.revoke(tx, and(eq(oneTimeLinks.id, id), eq(oneTimeLinks.kind, kind)), at);
  }

  async revokeAllOf(tx: Transaction, kind: LinkRow['kind'], at: Date): Promise<void> {
    await this.revoke(tx, eq(oneTimeLinks.kind, kind), at);
  }

  /** Takes back all that somebody has given out, whatever it is for. */
  async revokeIssuedBy(tx: Transaction, issuedBy: string, at: Date): Promise<void> {
    await this.revoke(tx, eq(oneTimeLinks.issuedBy, issuedBy), at);
  }

  private async revoke(tx: Transaction, which: SQL | undefined, at: Date): Promise<boolean> {
    const revoked = await tx
      .update(oneTimeLinks)
      .set({ revokedAt: at })
      .where(and(which, isGood(at)))
      .returning({ id: oneTimeLinks.id });
    return revoked.length > 0;
  }
}

const isGood = (at: Date): SQL | undefined =>
  and(isNull(oneTimeLinks.usedAt), isNull(oneTimeLinks.revokedAt), gt(oneTimeLinks.expiresAt, at));
