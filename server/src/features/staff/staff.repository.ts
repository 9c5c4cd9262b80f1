import { Injectable } from '@nestjs/common';
import { and, desc, eq, ilike, inArray, lt, ne, or, sql } from 'drizzle-orm';
import { grants, users } from '../../platform/auth/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';

type Wanted = { places: readonly string[]; words: string; after: string | undefined; most: number };

/** Who works here, in Postgres: the roles of accounts, seen from their places. */
@Injectable()
export class StaffRepository {
  constructor(private readonly database: Database) {}

  /** Where anybody has a role of staff. */
  async places(): Promise<string[]> {
    const rows = await this.database.drizzle.selectDistinct({ region: grants.region }).from(grants).where(ne(grants.role, 'host'));
    return rows.map(({ region }) => region);
  }

  /** Accounts with a role of staff in one of these places that are called so, the newest first: their ids say when they were made. */
  async page({ places, words, after, most }: Wanted): Promise<string[]> {
    if (places.length === 0) return [];
    const staff = this.database.drizzle
      .select({ userId: grants.userId })
      .from(grants)
      .where(and(ne(grants.role, 'host'), inArray(grants.region, [...places])));
    const like = `%${words.replace(/[\\%_]/g, String.raw`\$&`)}%`;
    const rows = await this.database.drizzle
      .select({ id: users.id })
      .from(users)
      .where(
        and(
          eq(users.kind, 'account'),
          inArray(users.id, staff),
          words ? or(ilike(users.displayName, like), ilike(users.login, like)) : undefined,
          after === undefined ? undefined : lt(users.id, after),
        ),
      )
      .orderBy(desc(users.id))
      .limit(most);
    return rows.map(({ id }) => id);
  }

  /** Whether somebody operates the whole; until the transaction ends nobody else asks, so that what follows from it still holds. */
  async isOperated(tx: Transaction): Promise<boolean> {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('setup'))`);
    const rows = await tx
      .select({ userId: grants.userId })
      .from(grants)
      .where(and(eq(grants.role, 'operator'), eq(grants.region, 'CN')))
      .limit(1);
    return rows.length > 0;
  }
}
