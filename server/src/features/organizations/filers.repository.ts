import { Injectable } from '@nestjs/common';
import { and, asc, eq } from 'drizzle-orm';
import { Database, type Transaction } from '../../platform/database/index.js';
import { organizationFilers } from './organizations.tables.js';

/** Who files for which unit, in Postgres. */
@Injectable()
export class FilersRepository {
  constructor(private readonly database: Database) {}

  async organizationsOf(user: string): Promise<string[]> {
    const rows = await this.database.drizzle
      .select({ organization: organizationFilers.organization })
      .from(organizationFilers)
      .where(eq(organizationFilers.userId, user))
      .orderBy(asc(organizationFilers.organization));
    return rows.map(({ organization }) => organization);
  }

  async usersOf(tx: Transaction, organization: string): Promise<string[]> {
    const rows = await tx
      .select({ user: organizationFilers.userId })
      .from(organizationFilers)
      .where(eq(organizationFilers.organization, organization));
    return rows.map(({ user }) => user);
  }

  /** Whether it is new. */
  async add(tx: Transaction, filer: typeof organizationFilers.$inferInsert): Promise<boolean> {
    const added = await tx.insert(organizationFilers).values(filer).onConflictDoNothing().returning({ user: organizationFilers.userId });
    return added.length > 0;
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
