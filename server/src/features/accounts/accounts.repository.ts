import { Injectable } from '@nestjs/common';
import type { Grant } from '@yunhui/contracts';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { grants, Revocations, users } from '../../platform/auth/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';

/** An account as signing in needs it. */
export type Credentials = { userId: string; passwordHash: string };
/** An account as those may know it who look after it. */
export type AccountCard = { id: string; name: string; login: string; grants: Grant[]; grantsVersion: number };
/** All that a guest says of themselves. Without a region they do not say where they are. */
export type GuestCard = { name: string; region?: string | null };

/** Who is known, in Postgres. */
@Injectable()
export class AccountsRepository {
  constructor(
    private readonly database: Database,
    private readonly revocations: Revocations,
  ) {}

  /** A new guest's id. */
  async addGuest({ name, region }: GuestCard): Promise<string> {
    const id = uuid();
    await this.database.drizzle.insert(users).values({ id, kind: 'guest', displayName: name, region });
    return id;
  }

  async changeGuest(tx: Transaction, id: string, { name, region = null }: GuestCard): Promise<void> {
    await tx
      .update(users)
      .set({ displayName: name, region })
      .where(and(eq(users.id, id), eq(users.kind, 'guest')));
  }

  async credentialsOf(login: string): Promise<Credentials | undefined> {
    const [row] = await this.database.drizzle
      .select({ userId: users.id, passwordHash: users.passwordHash })
      .from(users)
      .where(and(eq(users.login, login), eq(users.kind, 'account')));
    return row?.passwordHash ? { userId: row.userId, passwordHash: row.passwordHash } : undefined;
  }

  /** Adds an account, unless the login is taken: then nothing, because two nodes may start at once. */
  async addAccount(account: { login: string; name: string; passwordHash: string; sample: boolean }): Promise<boolean> {
    const { login, name, passwordHash, sample } = account;
    const added = await this.database.drizzle
      .insert(users)
      .values({ id: uuid(), kind: 'account', displayName: name, login, passwordHash, sample })
      .onConflictDoNothing({ target: users.login })
      .returning({ id: users.id });
    return added.length > 0;
  }

  /** An account that begins with a grant: its id, or nothing when the login is taken. */
  async addGranted(
    tx: Transaction,
    account: { login: string; name: string; passwordHash: string },
    grant: Grant,
  ): Promise<string | undefined> {
    const { login, name, passwordHash } = account;
    const [added] = await tx
      .insert(users)
      .values({ id: uuid(), kind: 'account', displayName: name, login, passwordHash })
      .onConflictDoNothing({ target: users.login })
      .returning({ id: users.id });
    if (!added) return undefined;
    await tx.insert(grants).values({ userId: added.id, ...grant });
    await makeInbox(tx, added.id);
    return added.id;
  }

  async setPassword(userId: string, passwordHash: string, on: Transaction | Database['drizzle'] = this.database.drizzle): Promise<void> {
    await on.update(users).set({ passwordHash }).where(eq(users.id, userId));
  }

  /** Whether the new one is set: not when another than `from` holds by now. */
  async replacePassword(tx: Transaction, userId: string, { from, to }: { from: string; to: string }): Promise<boolean> {
    const changed = await tx
      .update(users)
      .set({ passwordHash: to })
      .where(and(eq(users.id, userId), eq(users.passwordHash, from)))
      .returning({ id: users.id });
    return changed.length > 0;
  }

  /** Names and logins of accounts, with what they may do. */
  async cardsOf(ids: readonly string[]): Promise<AccountCard[]> {
    if (ids.length === 0) return [];
    const wanted = [...new Set(ids)];
    const accounts = await this.database.drizzle
      .select({ id: users.id, name: users.displayName, login: users.login, grantsVersion: users.grantsVersion })
      .from(users)
      .where(and(inArray(users.id, wanted), eq(users.kind, 'account')));
    // After the version: grants that are newer than it are found out, older ones would not be.
    const held = await this.database.drizzle.select().from(grants).where(inArray(grants.userId, wanted));
    return accounts.map(({ id, name, login, grantsVersion }) => ({
      id,
      name,
      login: login ?? '',
      grantsVersion,
      grants: held.flatMap(({ userId, role, region }) => (userId === id ? { role, region } : [])),
    }));
  }

  /** What an account may do, from now on, and where it is told of it: its inbox. Tickets that say otherwise are refused within 2 s. */
  async setGrants(userId: string, wanted: readonly Grant[]): Promise<void> {
    const number = await this.database.transaction(async (tx) => {
      await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update');
      const held = await tx.select({ role: grants.role, region: grants.region }).from(grants).where(eq(grants.userId, userId));
      if (sameGrants(held, wanted)) return undefined;
      await tx.delete(grants).where(eq(grants.userId, userId));
      if (wanted.length > 0) await tx.insert(grants).values(wanted.map((grant) => ({ userId, ...grant })));
      return this.noteChange(tx, userId);
    });
    if (number !== undefined) await this.revocations.announce(number);
  }

  /** Locks accounts until the transaction ends, in one order, so that no two wait for each other: the versions of their grants, by id. */
  async lock(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await tx
      .select({ id: users.id, grantsVersion: users.grantsVersion })
      .from(users)
      .where(inArray(users.id, [...ids]))
      .orderBy(asc(users.id))
      .for('update');
    return new Map(rows.map(({ id, grantsVersion }) => [id, grantsVersion]));
  }

  /** Whether it is new. */
  async addGrant(tx: Transaction, userId: string, grant: Grant): Promise<boolean> {
    const added = await tx
      .insert(grants)
      .values({ userId, ...grant })
      .onConflictDoNothing()
      .returning({ userId: grants.userId });
    return added.length > 0;
  }

  async removeGrant(tx: Transaction, userId: string, { role, region }: Grant): Promise<void> {
    await tx.delete(grants).where(and(eq(grants.userId, userId), eq(grants.role, role), eq(grants.region, region)));
  }

  /** Who has a grant; until the transaction ends nobody loses it. */
  async holdersOf(tx: Transaction, { role, region }: Grant): Promise<string[]> {
    const rows = await tx
      .select({ userId: grants.userId })
      .from(grants)
      .where(and(eq(grants.role, role), eq(grants.region, region)))
      .orderBy(asc(grants.userId))
      .for('update');
    return rows.map(({ userId }) => userId);
  }

  /** After a change of grants: tickets that say otherwise are refused from the commit on. The number is to be announced then. */
  async noteChange(tx: Transaction, userId: string): Promise<number | undefined> {
    await makeInbox(tx, userId);
    const [changed] = await tx
      .update(users)
      .set({ grantsVersion: sql`${users.grantsVersion} + 1` })
      .where(eq(users.id, userId))
      .returning({ grantsVersion: users.grantsVersion });
    return changed && this.revocations.record(tx, { userId, ...changed });
  }
}

function sameGrants(held: readonly Grant[], wanted: readonly Grant[]): boolean {
  const names = (list: readonly Grant[]): string =>
    list
      .map(({ role, region }) => `${role} ${region}`)
      .toSorted()
      .join();
  return names(held) === names(wanted);
}

/** Said in SQL: a hub that only signs people in has no topics of its own to make. */
async function makeInbox(tx: Transaction, userId: string): Promise<void> {
  await tx.execute(sql`insert into topics (topic, audience) values (${`inbox:${userId}`}, 'owner') on conflict (topic) do nothing`);
}
