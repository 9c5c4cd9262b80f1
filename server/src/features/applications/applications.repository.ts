import { Injectable } from '@nestjs/common';
import type { ApplicationState } from '@yunhui/contracts';
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { Database, type Transaction } from '../../platform/database/index.js';
import { unitApplications } from './applications.tables.js';

export type ApplicationRow = typeof unitApplications.$inferSelect;
type Change = Partial<Omit<ApplicationRow, 'id' | 'version' | 'organization' | 'applicant'>>;

/** Applications for new units, in Postgres. Whatever changes one names the version it was read with. */
@Injectable()
export class ApplicationsRepository {
  constructor(private readonly database: Database) {}

  async add(tx: Transaction, row: typeof unitApplications.$inferInsert): Promise<void> {
    await tx.insert(unitApplications).values(row);
  }

  async byId(id: string): Promise<ApplicationRow | undefined> {
    const [row] = await this.database.drizzle.select().from(unitApplications).where(eq(unitApplications.id, id));
    return row;
  }

  /** Those of one person, the newest first. */
  async ofApplicant(applicant: string): Promise<ApplicationRow[]> {
    return this.database.drizzle
      .select()
      .from(unitApplications)
      .where(eq(unitApplications.applicant, applicant))
      .orderBy(desc(unitApplications.appliedAt), desc(unitApplications.id));
  }

  /** Those of these homes; what waits the longest first, what is decided the newest first. */
  async ofHomes(homes: readonly string[], state: ApplicationState, most: number): Promise<ApplicationRow[]> {
    if (homes.length === 0) return [];
    const { appliedAt, decidedAt, id } = unitApplications;
    return this.database.drizzle
      .select()
      .from(unitApplications)
      .where(and(eq(unitApplications.state, state), inArray(unitApplications.home, [...homes])))
      .orderBy(...(state === 'waiting' ? [asc(appliedAt), asc(id)] : [desc(decidedAt), desc(id)]))
      .limit(most);
  }

  /** Changes one, while it stands as it was read; else nothing: somebody was first. */
  async change(
    tx: Transaction,
    { id, version }: Pick<ApplicationRow, 'id' | 'version'>,
    change: Change,
  ): Promise<ApplicationRow | undefined> {
    const [row] = await tx
      .update(unitApplications)
      .set({ ...change, version: version + 1 })
      .where(and(eq(unitApplications.id, id), eq(unitApplications.version, version)))
      .returning();
    return row;
  }
}
