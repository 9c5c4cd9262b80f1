import { Injectable } from '@nestjs/common';
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { Database, type Transaction } from '../../platform/database/index.js';
import { organizationFilers } from './organizations.tables.js';

export type FilerRow = typeof organizationFilers.$inferSelect;

/** Who files for which unit, in Postgres. */
@Injectable()
export class FilersRepository {
  constructor(private readonly database: Database) {}

  async ofUser(user: string): Promise<FilerRow[]> {
    return this.database.drizzle
      .select()
      .from(organizationFilers)
      .where(eq(organizationFilers.userId, user))
      .orderBy(asc(organizationFilers.organization));
  }

  /** Those of a unit, who wait first. */
  async ofUnit(organization: string): Promise<FilerRow[]> {
    return this.database.drizzle
      .select()
      .from(organizationFilers)
      .where(eq(organizationFilers.organization, organization))
      .orderBy(sql`${organizationFilers.verifiedAt} is not null`, asc(organizationFilers.addedAt), asc(organizationFilers.userId));
  }

  /** How many each unit has, and how many of them wait; a unit without any is left out. */
  async counts(): Promise<{ organization: string; filers: number; waiting: number }[]> {
    return this.database.drizzle
      .select({
        organization: organizationFilers.organization,
        filers: sql<number>`count(*)::int`,
        waiting: sql<number>`(count(*) filter (where ${organizationFilers.verifiedAt} is null))::int`,
      })
      .from(organizationFilers)
      .groupBy(organizationFilers.organization);
  }

  /** Those of a unit who are verified. */
  async usersOf(tx: Transaction, organization: string): Promise<string[]> {
    const rows = await tx
      .select({ user: organizationFilers.userId })
      .from(organizationFilers)
      .where(and(eq(organizationFilers.organization, organization), isNotNull(organizationFilers.verifiedAt)));
    return rows.map(({ user }) => user);
  }

  /** Whether it is new. */
  async add(tx: Transaction, filer: typeof organizationFilers.$inferInsert): Promise<boolean> {
    const added = await tx.insert(organizationFilers).values(filer).onConflictDoNothing().returning({ user: organizationFilers.userId });
    return added.length > 0;
  }

  /** Whether they waited. */
  async verify(tx: Transaction, { user, organization }: { user: string; organization: string }, by: string, at: Date): Promise<boolean> {
    const verified = await tx
      .update(organizationFilers)
      .set({ verifiedAt: at, verifiedBy: by })
      .where(
        and(eq(organizationFilers.userId, user), eq(organizationFilers.organization, organization), isNull(organizationFilers.verifiedAt)),
      )
      .returning({ user: organizationFilers.userId });
    return verified.length > 0;
  }

  /** Whether there was one. */
  async remove(tx: Transaction, user: string, organization: string): Promise<boolean> {
    const removed = await tx
      .delete(organizationFilers)
      .where(and(eq(organizationFilers.userId, user), eq(organizationFilers.organization, organization)))
      .returning({ user: organizationFilers.userId });
    return removed.length > 0;
  }
}
