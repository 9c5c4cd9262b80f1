import { Injectable } from '@nestjs/common';
import type { HouseRule, Outcome } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import type { Transaction } from '../../../platform/database/index.js';

/** Something that somebody is to be told. */
export type NewOutcome = { id: string; user: string; at: Date; rule?: HouseRule; reason?: string } & Pick<Outcome, 'kind' | 'result'>;

/** What people are told once, written with the decision that it tells of. */
@Injectable()
export class OutcomesRepository {
  async add(tx: Transaction, outcomes: readonly NewOutcome[]): Promise<void> {
    const rows = outcomes.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
    await tx.execute(sql`
      insert into outcomes (id, user_id, kind, result, rule, reason, at)
      select x.id, x.user, x.kind, x.result, x.rule, x.reason, x.at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, "user" uuid, kind text, result text, rule text, reason text, at timestamptz)
      on conflict (id) do nothing`);
  }

  /** What was taken back before they saw it need not be told. */
  async withdraw(tx: Transaction, id: string): Promise<void> {
    await tx.execute(sql`delete from outcomes where id = ${id}::uuid and seen_at is null`);
  }
}
