import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Database, type Transaction } from '../database/index.js';

/** What is pinned in a topic, with its words as the entry has them now; `seq` is null when nothing is. */
export type PinRow = { version: number; seq: number | null; name: string | null; text: string | null; at: number };

/** The pins, in Postgres. The words stay in the entry, so that a retraction takes them from here too. */
@Injectable()
export class PinsRepository {
  constructor(private readonly database: Database) {}

  /** The head first, as everybody who writes to a log does: two who pin at once come one after the other. */
  async takeTurn(tx: Transaction, topic: string): Promise<void> {
    await this.database.rows(sql`select 1 from topics where topic = ${topic} for update`, tx);
  }

  /** Whether there are words of this number to be seen. */
  async canBePinned(tx: Transaction, topic: string, seq: number): Promise<boolean> {
    const found = await this.database.rows(
      sql`select 1 from topic_entries where topic = ${topic} and seq = ${seq} and kind = 'message' and shown and retracted_at is null`,
      tx,
    );
    return found.length > 0;
  }

  /** Pins it in place of what was pinned. False: it is pinned already. */
  async pin(tx: Transaction, { topic, seq, actor }: { topic: string; seq: number; actor: string }): Promise<boolean> {
    const changed = await this.database.rows(
      sql`insert into topic_pins (topic, version, seq, pinned_at, pinned_by) values (${topic}, 1, ${seq}, clock_timestamp(), ${actor}::uuid)
        on conflict (topic) do update set seq = excluded.seq, version = topic_pins.version + 1, pinned_at = excluded.pinned_at, pinned_by = excluded.pinned_by
        where topic_pins.seq is distinct from excluded.seq returning topic`,
      tx,
    );
    return changed.length > 0;
  }

  /** False: something else is pinned, or nothing. */
  async unpin(tx: Transaction, topic: string, seq: number): Promise<boolean> {
    const changed = await this.database.rows(
      sql`update topic_pins set seq = null, version = version + 1 where topic = ${topic} and seq = ${seq} returning topic`,
      tx,
    );
    return changed.length > 0;
  }

  /** Undefined: nothing was ever pinned there. */
  async of(topic: string): Promise<PinRow | undefined> {
    const [row] = await this.database.rows<PinRow>(sql`
      select p.version, e.seq, named_now(e.topic, e.author_id, e.body, e.at) #>> '{message,author,name}' as name, e.body #>> '{message,text}' as text,
        floor(extract(epoch from p.pinned_at) * 1000)::bigint as at
      from topic_pins p left join topic_entries e on e.topic = p.topic and e.seq = p.seq and e.retracted_at is null
      where p.topic = ${topic}`);
    return row;
  }
}
