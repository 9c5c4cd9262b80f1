import { Injectable } from '@nestjs/common';
import { and, count, desc, eq, inArray, isNull, lt, lte } from 'drizzle-orm';
import { Database, type Transaction } from '../../platform/database/index.js';
import { notices } from './inbox.tables.js';

export type NoticeRow = typeof notices.$inferSelect;

/** What people were told, in Postgres. */
@Injectable()
export class InboxRepository {
  constructor(private readonly database: Database) {}

  async add(tx: Transaction, rows: readonly Omit<NoticeRow, 'readAt'>[]): Promise<void> {
    if (rows.length > 0) await tx.insert(notices).values([...rows]);
  }

  /** Who of these has the same notice unread. */
  async holdersUnread(
    tx: Transaction,
    users: readonly string[],
    { kind, title, path }: Pick<NoticeRow, 'kind' | 'title' | 'path'>,
  ): Promise<string[]> {
    const same = and(eq(notices.kind, kind), eq(notices.title, title), eq(notices.path, path), isNull(notices.readAt));
    const rows = await tx
      .select({ user: notices.userId })
      .from(notices)
      .where(and(inArray(notices.userId, [...users]), same));
    return rows.map(({ user }) => user);
  }

  async byId(id: string): Promise<NoticeRow | undefined> {
    const [row] = await this.database.drizzle.select().from(notices).where(eq(notices.id, id));
    return row;
  }

  /** A page of somebody's own, the newest first. */
  async page(user: string, before: string | undefined, limit: number): Promise<NoticeRow[]> {
    return this.database.drizzle
      .select()
      .from(notices)
      .where(and(eq(notices.userId, user), before === undefined ? undefined : lt(notices.id, before)))
      .orderBy(desc(notices.id))
      .limit(limit);
  }

  async countUnread(user: string): Promise<number> {
    const [row] = await this.database.drizzle
      .select({ unread: count() })
      .from(notices)
      .where(and(eq(notices.userId, user), isNull(notices.readAt)));
    return row?.unread ?? 0;
  }

  /** Marks somebody's own as read, up to one of them; what was read before keeps its time. */
  async read(user: string, until: string, at: Date): Promise<void> {
    await this.database.drizzle
      .update(notices)
      .set({ readAt: at })
      .where(and(eq(notices.userId, user), lte(notices.id, until), isNull(notices.readAt)));
  }
}
