import { Injectable } from '@nestjs/common';
import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import { Database, type Transaction } from '../../platform/database/index.js';
import { linkChanges, streamLinks } from './streams.tables.js';

export type LinkRow = typeof streamLinks.$inferSelect;
export type NewLink = typeof streamLinks.$inferInsert;

@Injectable()
export class StreamsRepository {
  constructor(private readonly database: Database) {}

  /** Adds links that are missing; the health of those that are there stays. */
  async keep(tx: Transaction, rows: readonly NewLink[]): Promise<void> {
    if (rows.length > 0)
      await tx
        .insert(streamLinks)
        .values([...rows])
        .onConflictDoNothing();
  }

  /** The links of sessions, and those of channels that have no programme, best first. */
  async of(
    { sessions, channels }: { sessions: readonly string[]; channels: readonly string[] },
    on: Transaction | Database['drizzle'] = this.database.drizzle,
  ): Promise<LinkRow[]> {
    const ofSessions = sessions.length > 0 ? inArray(streamLinks.session, [...sessions]) : undefined;
    const ofChannels = channels.length > 0 ? and(isNull(streamLinks.session), inArray(streamLinks.channel, [...channels])) : undefined;
    if (!ofSessions && !ofChannels) return [];
    return on.select().from(streamLinks).where(or(ofSessions, ofChannels)).orderBy(asc(streamLinks.rank), asc(streamLinks.id));
  }

  /** What was said of the links of a session, each from its moment on, the oldest first. */
  async verdictsOn(session: string): Promise<Pick<typeof linkChanges.$inferSelect, 'link' | 'at' | 'health'>[]> {
    return this.database.drizzle
      .select({ link: linkChanges.link, at: linkChanges.at, health: linkChanges.health })
      .from(linkChanges)
      .innerJoin(streamLinks, eq(streamLinks.id, linkChanges.link))
      .where(eq(streamLinks.session, session))
      .orderBy(asc(linkChanges.at), asc(linkChanges.version));
  }

  /** Another slot for the links of a session: live playlists are read in it, and what is valid from some moment on is so later. */
  async retime(tx: Transaction, session: string, slot: { readFrom: Date; readUntil: Date; laterByMs: number }): Promise<void> {
    const { readFrom, readUntil, laterByMs } = slot;
    const ofSession = eq(streamLinks.session, session);
    await tx
      .update(streamLinks)
      .set({ readFrom, readUntil, dueAt: null })
      .where(and(ofSession, eq(streamLinks.kind, 'hls-live')));
    await tx
      .update(streamLinks)
      .set({ validFrom: sql`${streamLinks.validFrom} + ${laterByMs} * interval '1 ms'` })
      .where(and(ofSession, isNotNull(streamLinks.validFrom)));
  }

  /** The live playlists of a channel that are looked at in earnest at a moment. */
  async watchedOn(channel: string, at: Date): Promise<string[]> {
    const isOpen = and(
      or(isNull(streamLinks.readFrom), lte(streamLinks.readFrom, at)),
      or(isNull(streamLinks.readUntil), gt(streamLinks.readUntil, at)),
    );
    const rows = await this.database.drizzle
      .select({ id: streamLinks.id })
      .from(streamLinks)
      .where(and(eq(streamLinks.channel, channel), eq(streamLinks.kind, 'hls-live'), isNull(streamLinks.withdrawnAt), isOpen));
    return rows.map(({ id }) => id);
  }

  /** Live links that are not read yet are, from `at` on, and at once. */
  async readFrom(tx: Transaction, session: string, at: Date): Promise<void> {
    await tx
      .update(streamLinks)
      .set({ readFrom: at, dueAt: null })
      .where(and(eq(streamLinks.session, session), gt(streamLinks.readFrom, at)));
  }

  /** All that a session has and had, best first. Nobody else changes them until the transaction ends. */
  async listForChange(tx: Transaction, session: string): Promise<LinkRow[]> {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`links:${session}`}))`);
    return this.of({ sessions: [session], channels: [] }, tx);
  }

  /** Puts a link where it is to be, new or changed. What was read of one that is there stays. */
  async put(tx: Transaction, link: NewLink): Promise<void> {
    const { id, readFrom: _from, readUntil: _until, ...changes } = link; // when one is read that is there, the host may have said
    await tx.insert(streamLinks).values(link).onConflictDoUpdate({ target: streamLinks.id, set: changes });
  }

  /** Takes links out of their list; their rows and history stay. */
  async withdraw(tx: Transaction, ids: readonly string[], at: Date, version: number): Promise<void> {
    if (ids.length > 0)
      await tx
        .update(streamLinks)
        .set({ withdrawnAt: at, version })
        .where(inArray(streamLinks.id, [...ids]));
  }

  async byId(id: string): Promise<LinkRow | undefined> {
    const [row] = await this.database.drizzle.select().from(streamLinks).where(eq(streamLinks.id, id));
    return row;
  }
}
