import { Injectable } from '@nestjs/common';
import { LadderLevel } from '@yunhui/contracts';
import { Database, type Transaction } from '../database/index.js';
import { ladderHolds } from './ladder.tables.js';

/** A level that operators chose, and how long it holds. */
export type Held = { level: LadderLevel; reason: string; until: Date };

@Injectable()
export class LadderRepository {
  constructor(private readonly database: Database) {}

  /** What is held, also when its time is over. */
  async held(on: Transaction | Database['drizzle'] = this.database.drizzle): Promise<Held | undefined> {
    const [row] = await on.select().from(ladderHolds);
    return row && { level: LadderLevel.parse(row.level), reason: row.reason, until: row.until };
  }

  /** In the place of whatever was held before; nothing frees the ladder. */
  async replace(tx: Transaction, held: Held | undefined): Promise<void> {
    await tx.delete(ladderHolds);
    if (held) await tx.insert(ladderHolds).values(held);
  }
}
