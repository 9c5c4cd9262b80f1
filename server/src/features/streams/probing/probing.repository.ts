import { Inject, Injectable } from '@nestjs/common';
import type { StreamHealth } from '@yunhui/domain';
import { and, count, eq, gt, isNull, lte, notLike, or, sql } from 'drizzle-orm';
import { CONFIG, type Config } from '../../../config.js';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { linkChanges, streamLinks } from '../streams.tables.js';
import type { LinkRow } from '../streams.repository.js';
import { idleBeforeMs, nextLookAt, quarantine, quarantinedUntil } from './intervals.rules.js';

/** When links are looked at, and what is said of them. Due times are here and not in the queue, which may forget. */
@Injectable()
export class ProbingRepository {
  private readonly liveMs: number;

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) config: Config,
  ) {
    this.liveMs = config.PROBE_INTERVAL_MS;
  }

  /**
   * Takes at most so many of the links that are due at `at`, the longest due first, and puts each off by its interval: no
   * other worker has them, and what a worker that dies has taken is due again by itself.
   */
  async claim(at: Date, most: number): Promise<LinkRow[]> {
    return this.database.transaction(async (tx) => {
      const due = await tx
        .select()
        .from(streamLinks)
        .where(and(toLookAt(at), or(isNull(streamLinks.dueAt), lte(streamLinks.dueAt, at))))
        .orderBy(sql`${streamLinks.dueAt} nulls first`)
        .limit(most)
        .for('update', { skipLocked: true });
      if (due.length === 0) return [];
      const next = due.map((link) => {
        const nextAt = nextLookAt(link, { at: at.getTime(), liveMs: this.liveMs, lot: Math.random() });
        return { id: link.id, at: new Date(nextAt).toISOString() };
      });
      await tx.execute(sql`
        update stream_links set due_at = planned.at from jsonb_to_recordset(${JSON.stringify(next)}::jsonb) as planned(id text, at timestamptz)
        where stream_links.id = planned.id`);
      return due;
    });
  }

  /** All links that are looked at in these days. */
  async watched(at: Date): Promise<Set<string>> {
    const rows = await this.database.drizzle.select({ id: streamLinks.id }).from(streamLinks).where(toLookAt(at));
    return new Set(rows.map(({ id }) => id));
  }

  /** What a look found before anybody could watch: kept for the host, and nobody is told. */
  async noteFinding(link: string, finding: string): Promise<void> {
    await this.database.drizzle.update(streamLinks).set({ finding }).where(eq(streamLinks.id, link));
  }

  /**
   * Writes a changed verdict over the one it was made from, with its place in the history; when another process was
   * first, theirs stands and nothing is told. `tell` runs in the same transaction: no change without its fact.
   */
  async changeHealth(
    link: Pick<LinkRow, 'id' | 'healthVersion'>,
    { health, finding, at }: { health: StreamHealth; finding: string; at: Date },
    tell: (tx: Transaction, version: number) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const version = link.healthVersion + 1;
      const mine = and(eq(streamLinks.id, link.id), eq(streamLinks.healthVersion, link.healthVersion));
      const [changed] = await tx
        .update(streamLinks)
        .set({ health, finding, healthAt: at, healthVersion: version })
        .where(mine)
        .returning({ id: streamLinks.id });
      if (!changed) return;
      await tx.insert(linkChanges).values({ link: link.id, version, at, health, finding });
      if (health === 'down') await this.quarantineIfUnsteady(tx, link.id, at);
      await tell(tx, version);
    });
  }

  /** What was said of a link, newest first. */
  async history(link: string, limit: number): Promise<(typeof linkChanges.$inferSelect)[]> {
    return this.database.drizzle
      .select()
      .from(linkChanges)
      .where(eq(linkChanges.link, link))
      .orderBy(sql`${linkChanges.version} desc`)
      .limit(limit);
  }

  private async quarantineIfUnsteady(tx: Transaction, link: string, at: Date): Promise<void> {
    const since = new Date(at.getTime() - quarantine.withinMs);
    const [counted] = await tx
      .select({ downs: count() })
      .from(linkChanges)
      .where(and(eq(linkChanges.link, link), eq(linkChanges.health, 'down'), gt(linkChanges.at, since)));
    const until = quarantinedUntil(counted?.downs ?? 0, at.getTime());
    if (until !== undefined)
      await tx
        .update(streamLinks)
        .set({ quarantinedUntil: new Date(until) })
        .where(eq(streamLinks.id, link));
  }
}

/** Live playlists from a day before they are read until they are not any more; the hub's own need no look before their time. */
function toLookAt(at: Date) {
  const soon = new Date(at.getTime() + idleBeforeMs);
  const begun = or(
    isNull(streamLinks.readFrom),
    lte(streamLinks.readFrom, at),
    and(lte(streamLinks.readFrom, soon), notLike(streamLinks.url, '/%')),
  );
  const open = or(isNull(streamLinks.readUntil), gt(streamLinks.readUntil, at));
  return and(eq(streamLinks.kind, 'hls-live'), isNull(streamLinks.withdrawnAt), begun, open);
}
