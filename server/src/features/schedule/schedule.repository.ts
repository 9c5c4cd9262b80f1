import { Injectable } from '@nestjs/common';
import { dueBeforeMs } from '@yunhui/domain';
import { and, asc, count, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm';
import { Database, type Transaction } from '../../platform/database/index.js';
import { sessions } from './schedule.tables.js';

export type SessionRow = typeof sessions.$inferSelect;
export type NewSession = typeof sessions.$inferInsert;
export type SessionChange = Partial<
  Pick<
    SessionRow,
    | 'startsAt'
    | 'endsAt'
    | 'announcedAt'
    | 'cancelledAt'
    | 'postponed'
    | 'changeReason'
    | 'hostSignal'
    | 'title'
    | 'titleEn'
    | 'form'
    | 'summary'
  >
>;
/** How many devices watch a channel now. */
export type Watching = { channel: string; viewers: number };
export type Reads = Transaction | Database['drizzle'];

@Injectable()
export class ScheduleRepository {
  constructor(private readonly database: Database) {}

  /**
   * Of each channel the last two sessions that have started and the next two, in order of start. Cancelled ones are none
   * of them, but for the one whose announced time it is or soon will be.
   */
  async nearest(channels: readonly string[], at: Date, on: Reads = this.database.drizzle): Promise<SessionRow[]> {
    if (channels.length === 0) return [];
    const side = (begun: boolean) => sql`
      (select id from sessions s where s.channel = c.slug and s.cancelled_at is null and ${begun ? sql`s.starts_at <= ${at}` : sql`s.starts_at > ${at}`}
       order by s.starts_at ${begun ? sql`desc` : sql`asc`} limit 2)`;
    const cancelled = sql`
      (select id from sessions s where s.channel = c.slug and s.cancelled_at is not null
       and s.starts_at <= ${new Date(at.getTime() + dueBeforeMs)} and s.ends_at > ${at} order by s.starts_at desc limit 1)`;
    const sides = sql`${side(true)} union all ${side(false)} union all ${cancelled}`;
    const near = sql`(select n.id from unnest(${sql.param(channels)}::text[]) c(slug), lateral (${sides}) n)`;
    return on
      .select()
      .from(sessions)
      .where(sql`${sessions.id} in ${near}`)
      .orderBy(asc(sessions.channel), asc(sessions.startsAt));
  }

  /** The sessions of a channel that touch [from, to), in order of start. */
  async between(channel: string, from: Date, to: Date, on: Reads = this.database.drizzle): Promise<SessionRow[]> {
    return on
      .select()
      .from(sessions)
      .where(and(eq(sessions.channel, channel), gt(sessions.endsAt, from), lt(sessions.startsAt, to)))
      .orderBy(asc(sessions.startsAt));
  }

  /** The sessions of these channels that touch [from, to), in order of start, then of channel. */
  async onChannels(channels: readonly string[], from: Date, to: Date): Promise<SessionRow[]> {
    if (channels.length === 0) return [];
    return this.database.drizzle
      .select()
      .from(sessions)
      .where(and(inArray(sessions.channel, [...channels]), gt(sessions.endsAt, from), lt(sessions.startsAt, to)))
      .orderBy(asc(sessions.startsAt), asc(sessions.channel));
  }

  /** How many sessions that take place and are no repeats touch [from, to), by channel. */
  async countNew(channels: readonly string[], from: Date, to: Date): Promise<{ channel: string; count: number }[]> {
    if (channels.length === 0) return [];
    return this.database.drizzle
      .select({ channel: sessions.channel, count: count() })
      .from(sessions)
      .where(
        and(
          inArray(sessions.channel, [...channels]),
          eq(sessions.repeat, false),
          isNull(sessions.cancelledAt),
          gt(sessions.endsAt, from),
          lt(sessions.startsAt, to),
        ),
      )
      .groupBy(sessions.channel);
  }

  async byId(id: string): Promise<SessionRow | undefined> {
    const [row] = await this.database.drizzle.select().from(sessions).where(eq(sessions.id, id));
    return row;
  }

  /** The session, which nobody else changes until the transaction ends. */
  async forChange(tx: Transaction, id: string): Promise<SessionRow | undefined> {
    const [row] = await tx.select().from(sessions).where(eq(sessions.id, id)).for('update');
    return row;
  }

  /** Writes what is changed as the session's next version. */
  async change(tx: Transaction, id: string, changes: SessionChange, at: Date): Promise<SessionRow | undefined> {
    const [row] = await tx
      .update(sessions)
      .set({ ...changes, version: sql`${sessions.version} + 1`, changedAt: at })
      .where(eq(sessions.id, id))
      .returning();
    return row;
  }

  /** The sessions of an activity, in order of start. */
  async ofActivity(activity: string, on: Reads = this.database.drizzle): Promise<SessionRow[]> {
    return on.select().from(sessions).where(eq(sessions.activity, activity)).orderBy(asc(sessions.startsAt), asc(sessions.id));
  }

  async byIds(ids: readonly string[]): Promise<SessionRow[]> {
    if (ids.length === 0) return [];
    return this.database.drizzle
      .select()
      .from(sessions)
      .where(inArray(sessions.id, [...ids]));
  }

  /** Nobody else plans on this channel until the transaction ends: two sessions cannot both find the slot free. */
  async takeTurn(tx: Transaction, channel: string): Promise<void> {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`schedule:${channel}`}))`);
  }

  async keep(tx: Transaction, rows: readonly NewSession[]): Promise<void> {
    if (rows.length > 0)
      await tx
        .insert(sessions)
        .values([...rows])
        .onConflictDoNothing();
  }

  /** Notes the first moment these were live; those that have one keep it. */
  async noteLive(tx: Transaction, ids: readonly string[], at: Date): Promise<void> {
    if (ids.length > 0)
      await tx
        .update(sessions)
        .set({ wentLiveAt: at })
        .where(and(inArray(sessions.id, [...ids]), isNull(sessions.wentLiveAt)));
  }

  /**
   * Notes how many watch the sessions that are live on these channels at a moment, where it is more than ever before. A row that
   * somebody changes is left for the next look: of those who change several, neither waits for this nor this for them.
   */
  async notePeaks(watching: readonly Watching[], at: Date): Promise<void> {
    const counted = JSON.stringify(watching.map(({ channel, viewers }) => ({ channel, viewers })));
    await this.database.drizzle.execute(sql`
      update sessions set peak_viewers = seen.viewers from (
        select s.id, watched.viewers from jsonb_to_recordset(${counted}::jsonb) as watched(channel text, viewers int)
        join sessions s on s.channel = watched.channel
        where s.starts_at <= ${at.toISOString()}::timestamptz and s.ends_at > ${at.toISOString()}::timestamptz
          and s.went_live_at is not null and s.cancelled_at is null and coalesce(s.peak_viewers, 0) < watched.viewers
        for update of s skip locked) seen
      where sessions.id = seen.id`);
  }
}
