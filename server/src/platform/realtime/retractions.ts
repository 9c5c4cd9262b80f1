import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RetractionEntry, SettledMessage } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { Database, type Transaction } from '../database/index.js';
import { Bus } from './bus.js';
import { EntryLog } from './entry-log.js';
import { WarmTopics } from './warm-topics.js';

type RetractedRow = {
  id: string;
  topic: string;
  epoch: string;
  seq: number;
  at: number;
  targets: number[];
  authors: { id: string; author: string | null; seq: number }[];
};

/** Who takes words back: an author may only take their own. */
export type Retraction = {
  topic: string;
  seqs: readonly number[];
  by: RetractionEntry['by'];
  actor: string | null;
  /** Told to the author, and kept beside the words; without one they are told by whom. */
  rule?: string;
  /** A moderator thought better of a pass: the words wait again, and whoever takes them tells their author so. */
  heldAgain?: boolean;
};
/** Words that were taken: what is told once it has committed. */
export type Taken = { retraction: Retraction; row: RetractedRow };
/** `targets`: the numbers that were taken, of messages that were still there. */
export type RetractedListener = (retracted: Omit<Retraction, 'seqs' | 'heldAgain'> & { targets: readonly number[] }) => void;

/**
 * E12: the words leave the entry (to `evidence`, for moderators) and the entry keeps its place. Every read
 * renders the row, so no resume, snapshot, history, replay or feed can serve them again.
 */
@Injectable()
export class Retractions {
  private readonly listeners = new Set<RetractedListener>();

  constructor(
    private readonly database: Database,
    private readonly log: EntryLog,
    private readonly bus: Bus,
    private readonly warm: WarmTopics,
  ) {}

  /** Hears of what this node has retracted, after the commit. */
  onRetracted(listener: RetractedListener): void {
    this.listeners.add(listener);
  }

  /**
   * One transaction, at most 200 numbers; answers how many were left to retract. `also` is what belongs into the same
   * transaction before it: an audit row, a verdict.
   */
  async retract(retraction: Retraction, also?: (tx: Transaction) => Promise<void>): Promise<number> {
    const taken = also
      ? await this.database.transaction(async (tx) => {
          await also(tx);
          return this.retractIn(tx, retraction);
        })
      : await this.take(retraction);
    if (!taken) return 0;
    this.tell(taken);
    return taken.row.targets.length;
  }

  /** The last statement of somebody's transaction; they `tell` it after the commit. Nothing: nothing was left to retract. */
  retractIn(tx: Transaction, retraction: Retraction): Promise<Taken | undefined> {
    return this.take(retraction, tx);
  }

  /** What has committed is told to the nodes, and to whose words they were. */
  tell({ retraction: { topic, by, actor, rule, heldAgain }, row: { id, epoch, seq, at, targets, authors } }: Taken): void {
    this.log.announce(
      [{ id, topic, author: actor, kind: 'retraction', body: { targets, by } }],
      [{ id, topic, outcome: 'published', epoch, seq, at, shown: true }],
    );
    if (by !== 'author' && !heldAgain) for (const lost of authors) this.tellAuthor(topic, rule ?? by, lost);
    for (const listener of this.listeners) listener({ topic, by, actor, rule, targets });
  }

  private async take(retraction: Retraction, on?: Transaction): Promise<Taken | undefined> {
    const { topic, seqs, by, actor, rule, heldAgain = false } = retraction;
    const onlyAuthor = by === 'author' ? actor : null;
    const [row] = await this.database.rows<RetractedRow>(
      sql`
      select id, topic, epoch, seq, floor(extract(epoch from at) * 1000)::bigint as at, targets, authors
      from retract_entries(${topic}, array(select jsonb_array_elements_text(${JSON.stringify(seqs)}::jsonb)::bigint), ${randomUUID()}::uuid, ${by}, ${actor}::uuid, ${onlyAuthor}::uuid, ${rule ?? null}::text, ${heldAgain})`,
      on,
    );
    return row && { retraction, row };
  }

  /** Whose words were taken learns of it at once, and by what. */
  private tellAuthor(topic: string, rule: string, { id, author, seq }: RetractedRow['authors'][number]): void {
    if (author === null) return;
    const message: SettledMessage = { id, topic, status: 'retracted', rule, seq };
    this.warm.hearSettled({ author, message });
    this.bus.tellSettled(topic, author, message);
  }
}
