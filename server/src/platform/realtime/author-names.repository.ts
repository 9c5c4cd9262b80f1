import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Database, type Transaction } from '../database/index.js';

/** A person and the name that what they have said is shown with. */
export type ShownName = { author: string; name: string };

/** How people are named beside what they have said, in Postgres. */
@Injectable()
export class AuthorNamesRepository {
  constructor(private readonly database: Database) {}

  /**
   * Locks the conversations in which somebody has spoken last, in the order of every append: what is said there from now on
   * comes after the new name. `newest`: of so many of their words.
   */
  async lockTheirs(tx: Transaction, author: string, most: { topics: number; newest: number }): Promise<string[]> {
    const rows = await this.database.rows<{ topic: string }>(
      sql`select t.topic from topics t where t.topic in (
            select x.topic from (select e.topic, e.at from topic_entries e where e.author_id = ${author}::uuid and e.kind = 'message'
              order by e.at desc limit ${most.newest}) x group by x.topic order by max(x.at) desc limit ${most.topics})
          order by t.topic for update`,
      tx,
    );
    return rows.map(({ topic }) => topic);
  }

  /** Whether they have anything that waits to be looked at. */
  async haveHeld(tx: Transaction, author: string): Promise<boolean> {
    return (await this.database.rows(sql`select 1 from holds where author_id = ${author}::uuid limit 1`, tx)).length > 0;
  }

  /** From now on every reader sees what they said before under this name; what is pinned of it is told anew. */
  async keep(tx: Transaction, { author, name }: ShownName): Promise<void> {
    await this.database.rows(
      sql`insert into shown_names (author_id, name, at) values (${author}::uuid, ${name}, clock_timestamp())
          on conflict (author_id) do update set name = excluded.name, at = excluded.at`,
      tx,
    );
    await this.database.rows(
      sql`update topic_pins p set version = p.version + 1 from topic_entries e
          where e.topic = p.topic and e.seq = p.seq and e.author_id = ${author}::uuid`,
      tx,
    );
  }
}
