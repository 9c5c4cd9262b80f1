import { Injectable } from '@nestjs/common';
import { and, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { Database } from '../../../platform/database/index.js';
import { readBeforeMs } from '../probing/readings.rules.js';
import { streamLinks } from '../streams.tables.js';

/** A live link whose turn it is, and what it plays on. */
export type PictureTurn = Pick<typeof streamLinks.$inferSelect, 'id' | 'channel' | 'session' | 'url' | 'rank'>;

const everyMs = 60_000;

/** When stills of links are due. As with looks, due times are in Postgres and the queue is only a clock. */
@Injectable()
export class PictureTurns {
  constructor(private readonly database: Database) {}

  /**
   * Takes at most so many links that play and are due at `at`, the longest due first, and puts each off by a minute: no other worker
   * has them. Not those whose host wants no stills, nor any whose session has not begun: a test picture is nobody's.
   */
  async claim(at: Date, most: number): Promise<PictureTurn[]> {
    const begun = or(isNull(streamLinks.readFrom), lte(streamLinks.readFrom, new Date(at.getTime() - readBeforeMs)));
    const open = or(isNull(streamLinks.readUntil), gt(streamLinks.readUntil, at));
    const valid = and(
      or(isNull(streamLinks.validFrom), lte(streamLinks.validFrom, at)),
      or(isNull(streamLinks.validTo), gt(streamLinks.validTo, at)),
    );
    const wanted = and(eq(streamLinks.pictured, true), isNull(streamLinks.withdrawnAt));
    const plays = and(eq(streamLinks.kind, 'hls-live'), eq(streamLinks.health, 'ok'), wanted, begun, open, valid);
    const due = this.database.drizzle
      .select({ id: streamLinks.id })
      .from(streamLinks)
      .where(and(plays, or(isNull(streamLinks.stillDueAt), lte(streamLinks.stillDueAt, at))))
      .orderBy(sql`${streamLinks.stillDueAt} nulls first`)
      .limit(most)
      .for('update', { skipLocked: true });
    const { id, channel, session, url, rank } = streamLinks;
    return this.database.drizzle
      .update(streamLinks)
      .set({ stillDueAt: new Date(at.getTime() + everyMs) })
      .where(inArray(streamLinks.id, due))
      .returning({ id, channel, session, url, rank });
  }
}
