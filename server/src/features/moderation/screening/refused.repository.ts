import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Database } from '../../../platform/database/index.js';

/** What screening refused while it was sent: the append keeps it among the holds, rejected by nobody (`why` is `refused`). */
@Injectable()
export class RefusedRepository {
  constructor(private readonly database: Database) {}

  /** By which rule; undefined when it was not refused while it was sent. */
  async ruleOf(id: string): Promise<string | undefined> {
    const [row] = await this.database.rows<{ rule: string | null }>(
      sql`select h.rule from holds h where h.id = ${id}::uuid and h.why = 'refused' and h.state = 'rejected'`,
    );
    return row && (row.rule ?? 'other');
  }
}
