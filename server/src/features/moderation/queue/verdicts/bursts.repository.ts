import { Injectable } from '@nestjs/common';
import type { Grant, HoldVerdict } from '@yunhui/contracts';
import { type SQL, sql } from 'drizzle-orm';
import { Database, type Transaction } from '../../../../platform/database/index.js';
import { undoWithinMs } from '../queue.rules.js';
import { heldAgain, type Reopened, reopenedColumns, type ReopenedRow, seqOfPassed, toReopened } from './verdicts.repository.js';

export type Burst = { first: string; topic: string; scope: string | null; region: string | null; level: number; held: number };
/** One verdict over a burst. `atMs`: what was sent until then is decided by it. */
export type BurstVerdict = {
  id: string;
  burst: string;
  topic: string;
  verdict: HoldVerdict;
  rule?: string;
  by: string;
  atMs: number;
  isTakenBack: boolean;
};
export type NewBurstVerdict = Pick<BurstVerdict, 'id' | 'burst' | 'topic' | 'verdict' | 'rule' | 'by'> & { masked: boolean };
type VerdictRow = {
  id: string;
  burst: string;
  topic: string;
  verdict: HoldVerdict;
  rule: string | null;
  decided_by: string;
  at_ms: number;
  taken_back: boolean;
};

const columns = sql.raw(
  `b.id, b.burst, b.topic, b.verdict, b.rule, b.decided_by, (extract(epoch from b.at) * 1000)::float8 as at_ms, b.undone_by is not null as taken_back`,
);

/** Bursts and the verdicts over them, in Postgres. */
@Injectable()
export class BurstsRepository {
  constructor(private readonly database: Database) {}

  /** A burst, by its oldest message that still waits, else by its oldest. */
  async burst(id: string): Promise<Burst | undefined> {
    const [row] = await this.database.rows<Burst>(sql`
      select h.id as first, h.topic, h.scope, h.region, (select max(x.level) from holds x where x.burst = h.burst) as level,
        (select count(*)::int from holds x where x.burst = h.burst and x.state = 'held') as held
      from holds h where h.burst = ${id} order by h.state = 'held' desc, h.sent_at, h.id limit 1`);
    return row;
  }

  /** Those with a role whose messages in it wait. */
  async staffIn(id: string): Promise<{ id: string; grants: Grant[] }[]> {
    return this.database.rows<{ id: string; grants: Grant[] }>(sql`
      select g.user_id as id, jsonb_agg(jsonb_build_object('role', g.role, 'region', g.region)) as grants from grants g
      where g.user_id in (select h.author_id from holds h where h.burst = ${id} and h.state = 'held') group by g.user_id`);
  }

  /** Decides a burst: none when a colleague's verdict is being carried out, or nothing waits. */
  async open(tx: Transaction, { id, burst, topic, verdict, masked, rule, by }: NewBurstVerdict): Promise<boolean> {
    const rows = await this.database.rows(
      sql`insert into burst_verdicts (id, burst, topic, verdict, masked, rule, decided_by)
          select ${id}::uuid, ${burst}, ${topic}, ${verdict}, ${masked}, ${rule ?? null}::text, ${by}::uuid
          where exists (select 1 from holds h where h.burst = ${burst} and h.state = 'held')
          on conflict (burst) where done_at is null do nothing returning id`,
      tx,
    );
    return rows.length > 0;
  }

  /** Verdicts that are not carried out yet, or whose taking back is not: of one burst, or of all. */
  async unfinished(burst?: string): Promise<BurstVerdict[]> {
    const one = burst === undefined ? sql`true` : sql`b.burst = ${burst}`;
    const rows = await this.database.rows<VerdictRow>(
      sql`select ${columns} from burst_verdicts b where (b.done_at is null or b.undone_by is not null and b.undone_at is null) and ${one}`,
    );
    return rows.map(toVerdict);
  }

  async verdict(id: string): Promise<BurstVerdict | undefined> {
    const [row] = await this.database.rows<VerdictRow>(sql`select ${columns} from burst_verdicts b where b.id = ${id}::uuid`);
    return row && toVerdict(row);
  }

  /** How many one verdict decided, and how many had been decided before it. */
  async countDecided(id: string): Promise<{ decided: number; before: number }> {
    const [row] = await this.database.rows<{ decided: number; before: number }>(sql`
      select count(*) filter (where h.settled_at = b.at and h.decided_by = b.decided_by)::int as decided,
        count(*) filter (where h.state <> 'held' and h.settled_at < b.at)::int as before
      from burst_verdicts b join holds h on h.burst = b.burst where b.id = ${id}::uuid`);
    return row ?? { decided: 0, before: 0 };
  }

  /** Begins to take a verdict over a burst back: none when it is too late, it is not the last one, or somebody has. */
  async takeBack(tx: Transaction, { id, burst, by }: Pick<BurstVerdict, 'id' | 'burst' | 'by'>): Promise<BurstVerdict | undefined> {
    const [row] = await this.database.rows<VerdictRow>(
      sql`update burst_verdicts b set undone_by = ${by}::uuid
          where b.id = ${id}::uuid and b.id = (select x.id from burst_verdicts x where x.burst = ${burst} order by x.at desc limit 1)
            and b.done_at is not null and b.undone_by is null and b.at > clock_timestamp() - ${undoWithinMs} * interval '1 ms'
          returning ${columns}`,
      tx,
    );
    return row && toVerdict(row);
  }

  async takenBack(id: string): Promise<void> {
    await this.database.rows(sql`update burst_verdicts set undone_at = clock_timestamp() where id = ${id}::uuid and undone_at is null`);
  }

  /** The next slice of rejections that are held again, as far as nobody has acted on them since. */
  async reopen(id: string, most: number): Promise<Reopened[]> {
    const rows = await this.database.rows<ReopenedRow>(sql`
      with back as (update holds h set ${heldAgain} where h.id in (${decidedBy(id, 'rejected', most)}) returning ${reopenedColumns}),
      told as (delete from verdicts v using back where v.id = back.id)
      select back.*, null::float8 as seq from back`);
    return rows.map(toReopened);
  }

  /** The next slice of passes that are held again, with their numbers: their words are taken from the log in the same transaction. */
  async unpass(tx: Transaction, { id, topic }: Pick<BurstVerdict, 'id' | 'topic'>, most: number): Promise<Reopened[]> {
    await this.database.rows(sql`select 1 from topics where topic = ${topic} for update`, tx);
    const rows = await this.database.rows<ReopenedRow>(
      sql`update holds h set ${heldAgain} where h.id in (${decidedBy(id, 'passed', most)}) and ${seqOfPassed} is not null
          returning ${reopenedColumns}, ${seqOfPassed} as seq`,
      tx,
    );
    return rows.map(toReopened);
  }
}

/** What a verdict has decided and nobody has acted on since, oldest first. What was retracted since is somebody's act. */
const decidedBy = (id: string, state: HoldVerdict, most: number): SQL =>
  sql`select x.id from holds x join burst_verdicts b on b.burst = x.burst and b.at = x.settled_at and b.decided_by = x.decided_by
      where b.id = ${id}::uuid and x.state = ${state} and x.undone_at is null
        and (x.state <> 'passed' or exists (select 1 from topic_entries e where e.id = x.id and e.retracted_at is null))
      order by x.sent_at, x.id limit ${most} for update of x`;

function toVerdict({ rule, decided_by, at_ms, taken_back, ...row }: VerdictRow): BurstVerdict {
  return { ...row, by: decided_by, atMs: at_ms, isTakenBack: taken_back, ...(rule !== null && { rule }) };
}
