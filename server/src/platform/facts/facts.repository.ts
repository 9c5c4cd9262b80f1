import { Injectable } from '@nestjs/common';
import { and, eq, lt, sql } from 'drizzle-orm';
import { Database, type Transaction } from '../database/index.js';
import type { Fact } from './fact-handlers.js';
import { factsTable } from './facts.tables.js';

export type PendingFact = Fact & { pending: string[] };

/** Facts and who has not heard them yet. */
@Injectable()
export class FactsRepository {
  constructor(private readonly database: Database) {}

  async insert(tx: Transaction, fact: Omit<PendingFact, 'id'>): Promise<number> {
    const [row] = await tx.insert(factsTable).values(fact).returning({ id: factsTable.id });
    if (!row) throw new Error('the fact was not kept');
    return row.id;
  }

  /**
   * Up to 200 facts somebody has not heard, each given to one process, and looked at again after 5 s, 10 s, 20 s …
   * and at last every ten minutes. `all` does not wait for that moment: Redis has lost their jobs.
   */
  takeUnheard(all: boolean): Promise<PendingFact[]> {
    return this.database.rows<PendingFact>(sql`
      update facts set sweeps = least(sweeps + 1, 7), sweep_at = clock_timestamp() + least(5 * 2 ^ sweeps, 600) * interval '1 second'
      where id in (
        select id from facts where pending <> '{}' and (${all} or sweep_at <= clock_timestamp())
        order by sweep_at limit 200 for update skip locked)
      returning id, name, key, version, pending`);
  }

  /** The highest id there has been; 0 when there is no fact. */
  async latest(names: readonly string[]): Promise<number> {
    const [row] = await this.database.rows<{ id: number }>(
      sql`select coalesce(max(id), 0)::float8 as id from facts where name = any(${sql.param(names)}::text[])`,
    );
    return row?.id ?? 0;
  }

  /** True while the handler still has to hear it. */
  async isPending(id: number, handler: string): Promise<boolean> {
    const rows = await this.database.drizzle
      .select({ id: factsTable.id })
      .from(factsTable)
      .where(and(eq(factsTable.id, id), sql`${handler} = any(${factsTable.pending})`));
    return rows.length > 0;
  }

  async setHeard(id: number, handler: string): Promise<void> {
    await this.database.drizzle
      .update(factsTable)
      .set({ pending: sql`array_remove(${factsTable.pending}, ${handler})` })
      .where(eq(factsTable.id, id));
  }

  /** In slices, so that the embedded store is never held for long. Returns how many went. */
  async deleteBefore(moment: Date): Promise<number> {
    const old = this.database.drizzle.select({ id: factsTable.id }).from(factsTable).where(lt(factsTable.at, moment)).limit(200);
    const gone = await this.database.drizzle
      .delete(factsTable)
      .where(sql`${factsTable.id} in ${old}`)
      .returning({ id: factsTable.id });
    return gone.length;
  }
}
