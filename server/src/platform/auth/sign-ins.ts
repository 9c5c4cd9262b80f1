import { Injectable } from '@nestjs/common';
import { and, eq, gt, isNull, lt, ne, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../clock.js';
import { Database, type Transaction } from '../database/index.js';
import { grants, signIns, users } from './auth.tables.js';
import { Revocations } from './revocations.js';
import { hashOfToken, newToken } from './tokens.js';
import type { Identity } from './viewer.js';

const day = 86_400_000;
/** How long a cookie is good for. */
export const signInLifeMs = 30 * day;
/** `seen_at` is for people who read the list of their sign-ins; it need not be newer than this. */
const seenEveryMs = 600_000;

/** A sign-in as its owner may see it in a list. */
export type SignInRow = { id: string; device: string; createdAt: Date; seenAt: Date };

/** Sign-ins: who holds which cookie. Only what lives behind a cookie is asked here; tickets need no row. */
@Injectable()
export class SignIns {
  constructor(
    private readonly database: Database,
    private readonly revocations: Revocations,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens one for a user. The token goes into the cookie and is nowhere else. `since`: when they proved who they are, where that was
   * not now.
   */
  async open(userId: string, device: string, since?: Date): Promise<{ token: string; signInId: string }> {
    const token = newToken();
    const signInId = uuid();
    const now = this.clock.now();
    await this.database.drizzle.insert(signIns).values({
      id: signInId,
      tokenSha256: hashOfToken(token),
      userId,
      device: device.slice(0, 200),
      createdAt: since ?? new Date(now),
      seenAt: new Date(now),
      expiresAt: new Date(now + signInLifeMs),
    });
    return { token, signInId };
  }

  /** Who holds this token now; nobody when it was never given, has run out or was revoked. */
  async holderOf(token: string): Promise<Identity | undefined> {
    const now = this.clock.date();
    const [row] = await this.database.drizzle
      .select({
        signInId: signIns.id,
        seenAt: signIns.seenAt,
        id: users.id,
        name: users.displayName,
        kind: users.kind,
        sample: users.sample,
        region: users.region,
        grantsVersion: users.grantsVersion,
        grants: sql<
          Identity['user']['grants']
        >`coalesce((select jsonb_agg(jsonb_build_object('role', ${grants.role}, 'region', ${grants.region}) order by ${grants.role}, ${grants.region}) from ${grants} where ${grants.userId} = ${users.id}), '[]')`,
      })
      .from(signIns)
      .innerJoin(users, eq(users.id, signIns.userId))
      .where(and(eq(signIns.tokenSha256, hashOfToken(token)), isNull(signIns.revokedAt), gt(signIns.expiresAt, now)));
    if (!row) return undefined;
    if (now.getTime() - row.seenAt.getTime() > seenEveryMs) await this.seen(row.signInId, now);
    const { signInId, grantsVersion, id, name, kind, sample, region, grants: held } = row;
    return { signInId, grantsVersion, user: { id, name, kind, grants: held, ...(region && { region }), ...(sample && { sample }) } };
  }

  /** Whether one has not been ended, as the transaction sees it by now. */
  async isOpen(tx: Transaction, signInId: string): Promise<boolean> {
    const [row] = await tx
      .select({ id: signIns.id })
      .from(signIns)
      .where(and(eq(signIns.id, signInId), isNull(signIns.revokedAt)));
    return row !== undefined;
  }

  /** A user's living sign-ins, newest first. */
  list(userId: string): Promise<SignInRow[]> {
    return this.database.drizzle
      .select({ id: signIns.id, device: signIns.device, createdAt: signIns.createdAt, seenAt: signIns.seenAt })
      .from(signIns)
      .where(and(eq(signIns.userId, userId), isNull(signIns.revokedAt), gt(signIns.expiresAt, this.clock.date())))
      .orderBy(sql`${signIns.createdAt} desc`);
  }

  /** Ends one: its cookie is worth nothing from now on, its tickets and sockets within 2 s. Ending it twice is ending it once. */
  async close(signInId: string): Promise<void> {
    const number = await this.database.transaction(async (tx) => {
      const ended = await tx
        .update(signIns)
        .set({ revokedAt: this.clock.date() })
        .where(and(eq(signIns.id, signInId), isNull(signIns.revokedAt)))
        .returning({ id: signIns.id });
      return ended.length > 0 ? this.revocations.record(tx, { signInId }) : undefined;
    });
    if (number !== undefined) await this.revocations.announce(number);
  }

  /**
   * Ends all of a user's sign-ins, but the one that is `kept`: cookies at once, tickets and sockets within 2 s on every node.
   * `also` is done in the same transaction.
   */
  async closeAll(userId: string, { kept, also }: { kept?: string; also?: (tx: Transaction) => Promise<void> } = {}): Promise<void> {
    const number = await this.database.transaction(async (tx) => {
      await also?.(tx);
      const others = kept === undefined ? undefined : ne(signIns.id, kept);
      const ended = await tx
        .update(signIns)
        .set({ revokedAt: this.clock.date() })
        .where(and(eq(signIns.userId, userId), isNull(signIns.revokedAt), others))
        .returning({ signInId: signIns.id });
      return ended.length > 0 ? this.revocations.record(tx, ended) : undefined;
    });
    if (number !== undefined) await this.revocations.announce(number);
  }

  /** Forgets what has run out long ago. */
  async forget(): Promise<void> {
    await this.database.drizzle.delete(signIns).where(lt(signIns.expiresAt, new Date(this.clock.now() - 30 * day)));
  }

  private async seen(signInId: string, now: Date): Promise<void> {
    await this.database.drizzle.update(signIns).set({ seenAt: now }).where(eq(signIns.id, signInId));
  }
}
