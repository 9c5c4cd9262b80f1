import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { Inbox, NoticeKind } from '@yunhui/contracts';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import type { Viewer } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock.js';
import { readCursor, written } from '../../platform/cursor.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { Facts } from '../../platform/facts/index.js';
import { HubError } from '../../platform/hub-error.js';
import { EntryLog, TopicHeads } from '../../platform/realtime/index.js';
import { InboxRepository } from './inbox.repository.js';

/** What people are told of: `title` names it, `path` is the page where it is. */
export type News = { kind: NoticeKind; title: string; path: string };

const pageSize = 30;
const Place = z.object({ before: z.uuid() });
const inboxOf = (user: string): string => `inbox:${user}`;

/**
 * 站内消息. A notice is kept in the transaction of what it tells of, so that neither is there without the other; the hint in
 * `inbox:{user}` follows the commit, and one that is lost only delays it.
 */
@Injectable()
export class InboxService {
  private readonly logger = new Logger(InboxService.name);

  constructor(
    private readonly database: Database,
    private readonly inbox: InboxRepository,
    private readonly heads: TopicHeads,
    private readonly log: EntryLog,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  /** Tells these people, each once. */
  async tell(tx: Transaction, users: readonly string[], { kind, title, path }: News): Promise<void> {
    const told = [...new Set(users)];
    const at = this.clock.date();
    await this.heads.create(
      tx,
      told.map((user) => ({ topic: inboxOf(user), audience: 'owner' as const })),
    );
    const rows = told.map((userId) => ({ id: uuid(), userId, kind, title, path, at }));
    await this.inbox.add(tx, rows);
    for (const { id } of rows) await this.facts.record(tx, { name: 'notice.added', key: id, version: 1 });
    this.database.afterCommit(tx, () => told.forEach((user) => this.hint(user)));
  }

  /** Tells those who have not the same before them, still unread: what comes and goes does not fill an inbox. */
  async tellOnce(tx: Transaction, users: readonly string[], news: News): Promise<void> {
    const waiting = new Set(await this.inbox.holdersUnread(tx, users, news));
    await this.tell(
      tx,
      users.filter((user) => !waiting.has(user)),
      news,
    );
  }

  /** A notice, for whoever brings it to its reader in another way. */
  async one(id: string): Promise<(News & { user: string }) | undefined> {
    const row = await this.inbox.byId(id);
    if (!row) return undefined;
    const { userId: user, kind, title, path } = row;
    return { user, kind, title, path };
  }

  /** A page of one's own, the newest first, and how many one has not read. */
  async page(viewer: Viewer, cursor: string | undefined): Promise<Inbox> {
    const user = userOf(viewer);
    const before = cursor === undefined ? undefined : readCursor(Place, cursor).before;
    const [rows, unread] = await Promise.all([this.inbox.page(user, before, pageSize + 1), this.inbox.countUnread(user)]);
    const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
    const items = rows.slice(0, pageSize).map(({ id, kind, title, path, at, readAt }) => {
      return { id, kind, title, path, at: at.toISOString(), read: readAt !== null };
    });
    return { items, unread, ...(last && { next: written({ before: last.id }) }) };
  }

  /** Marks one’s own as read, up to one of them, and answers the first page as it is then. */
  async read(viewer: Viewer, until: string): Promise<Inbox> {
    const user = userOf(viewer);
    await this.inbox.read(user, until, this.clock.date());
    return this.page(viewer, undefined);
  }

  private hint(user: string): void {
    const id = randomUUID();
    this.log
      .append({ id, topic: inboxOf(user), author: null, kind: 'notice.added', body: { id }, priority: true })
      .catch((error: unknown) => this.logger.warn(`a hint in an inbox was lost: ${String(error)}`));
  }
}

function userOf({ user }: Viewer): string {
  if (!user) throw new HubError('ticket.missing');
  return user.id;
}
