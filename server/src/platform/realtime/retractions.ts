import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RetractionEntry, SettledMessage } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { Database } from '../database/index.js';
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
export type Retraction = { topic: string; seqs: readonly number[]; by: RetractionEntry['by']; actor: string | null };

/**
 * E12: the words leave the entry (to `evidence`, for moderators) and the entry keeps its place. Every read
 * renders the row, so no resume, snapshot, history, replay or feed can serve them again.
 */
@Injectable()
export class Retractions {
  constructor(
    private readonly database: Database,
    private readonly log: EntryLog,
    private readonly bus: Bus,
    private readonly warm: WarmTopics,
  ) {}

  /** One statement, hence one transaction. False: nothing was left to retract. At most 200 numbers. */
  async retract({ topic, seqs, by, actor }: Retraction): Promise<boolean> {
    const onlyAuthor = by === 'author' ? actor : null;
    const [row] = await this.database.rows<RetractedRow>(sql`
      select id, topic, epoch, seq, floor(extract(epoch from at) * 1000)::bigint as at, targets, authors
      from retract_entries(${topic}, array(select jsonb_array_elements_text(${JSON.stringify(seqs)}::jsonb)::bigint), ${randomUUID()}::uuid, ${by}, ${actor}::uuid, ${onlyAuthor}::uuid)`);
    if (!row) return false;
    const { id, epoch, seq, at, targets, authors } = row;
    this.log.announce(
      [{ id, topic, author: actor, kind: 'retraction', body: { targets, by } }],
      [{ id, topic, outcome: 'published', epoch, seq, at, shown: true }],
    );
    if (by !== 'author') for (const lost of authors) this.tell(topic, by, lost);
    return true;
  }

  /** Whose words were taken learns of it at once, and by what. */
  private tell(topic: string, rule: string, { id, author, seq }: RetractedRow['authors'][number]): void {
    if (author === null) return;
    const message: SettledMessage = { id, topic, status: 'retracted', rule, seq };
    this.warm.hearSettled({ author, message });
    this.bus.tellSettled(topic, author, message);
  }
}
