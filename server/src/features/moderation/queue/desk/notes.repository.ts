import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type SQL, sql } from 'drizzle-orm';
import { Database, type Transaction } from '../../../../platform/database/index.js';

export type NoteRow = {
  id: string;
  scope: string;
  author: string | null;
  text: string;
  by_id: string;
  by_name: string | null;
  at_ms: number;
};
export type NewNote = { scope: string; text: string; by: string; author?: string };

const columns = sql.raw(
  `n.id, n.scope, n.author, n.text, n.written_by as by_id, u.display_name as by_name, (extract(epoch from n.at) * 1000)::float8 as at_ms`,
);

@Injectable()
export class NotesRepository {
  constructor(private readonly database: Database) {}

  async write(tx: Transaction, { scope, text, by, author }: NewNote): Promise<string> {
    const id = randomUUID();
    await this.database.rows(
      sql`insert into moderation_notes (id, scope, author, text, written_by) values (${id}::uuid, ${scope}, ${author ?? null}::uuid, ${text}, ${by}::uuid)`,
      tx,
    );
    return id;
  }

  async one(id: string): Promise<NoteRow | undefined> {
    const [row] = await this.read(sql`n.id = ${id}::uuid`, 1);
    return row;
  }

  /** Those of the watch over these scopes, newest first, from before a note on. Undefined: over all. */
  ofWatch(scopes: readonly string[] | undefined, before: string | undefined, most: number): Promise<NoteRow[]> {
    const within = scopes ? sql`n.scope = any(${sql.param(scopes)}::text[])` : sql`true`;
    const older = before ? sql`(n.at, n.id) < (select x.at, x.id from moderation_notes x where x.id = ${before}::uuid)` : sql`true`;
    return this.read(sql`n.author is null and ${within} and ${older}`, most);
  }

  /** About somebody, newest first. */
  about(author: string, most: number): Promise<NoteRow[]> {
    return this.read(sql`n.author = ${author}::uuid`, most);
  }

  private read(where: SQL, most: number): Promise<NoteRow[]> {
    return this.database.rows<NoteRow>(
      sql`select ${columns} from moderation_notes n left join users u on u.id = n.written_by where ${where} order by n.at desc, n.id desc limit ${most}`,
    );
  }
}
