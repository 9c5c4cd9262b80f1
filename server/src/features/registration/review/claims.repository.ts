import { Injectable } from '@nestjs/common';
import type { User } from '@yunhui/contracts';
import { and, eq, gt, inArray, lte, or } from 'drizzle-orm';
import { Database } from '../../../platform/database/index.js';
import { filingClaims } from '../registration.tables.js';

export type ClaimRow = typeof filingClaims.$inferSelect;

/** Who looks at what, in Postgres: few people, and a badge that survives a restart. */
@Injectable()
export class ReviewClaimsRepository {
  constructor(private readonly database: Database) {}

  /** The claims that hold, by filing. */
  async of(ids: readonly string[], now: Date): Promise<ReadonlyMap<string, ClaimRow>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.drizzle
      .select()
      .from(filingClaims)
      .where(and(inArray(filingClaims.filing, [...ids]), gt(filingClaims.until, now)));
    return new Map(rows.map((row) => [row.filing, row]));
  }

  /** Makes it one's own while nobody else has it, or whoever has it; whether it is. */
  async claim(
    filing: string,
    by: Pick<User, 'id' | 'name'>,
    { now, until, take }: { now: Date; until: Date; take: boolean },
  ): Promise<boolean> {
    const mine = { byId: by.id, byName: by.name, until };
    const isFree = or(lte(filingClaims.until, now), eq(filingClaims.byId, by.id));
    const claimed = await this.database.drizzle
      .insert(filingClaims)
      .values({ filing, ...mine })
      .onConflictDoUpdate({ target: filingClaims.filing, set: mine, ...(!take && isFree && { setWhere: isFree }) })
      .returning({ filing: filingClaims.filing });
    return claimed.length > 0;
  }

  async forget(filing: string): Promise<void> {
    await this.database.drizzle.delete(filingClaims).where(eq(filingClaims.filing, filing));
  }
}
