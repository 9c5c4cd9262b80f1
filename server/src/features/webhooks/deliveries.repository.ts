import { Injectable } from '@nestjs/common';
import type { DeliveryState } from '@yunhui/contracts';
import { and, count, desc, eq, inArray, lt, lte, ne, or, sql } from 'drizzle-orm';
import type { TimePlace } from '../../platform/cursor.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { deliveries } from './webhooks.tables.js';

export type DeliveryRow = typeof deliveries.$inferSelect;
export type NewDelivery = Pick<DeliveryRow, 'id' | 'webhook' | 'event' | 'body' | 'at'> & { fact?: number };
/** A delivery that is this process's to try, with where it goes and what signs it. */
export type Claimed = Pick<DeliveryRow, 'id' | 'webhook' | 'body' | 'attempts'> & {
  url: string;
  secret: string;
  /** The one before, while it is good. */
  previousSecret: string | null;
};
export type Settled = Pick<DeliveryRow, 'state' | 'answer'> & { dueAt?: Date };
export type Tally = { waiting: number; dead: number };

/** So many tries at once for one receiver, which may let us wait, and so many altogether. */
const [atOnceEach, atOnce] = [4, 20];
/** No statement may hold the embedded store for long. */
const slice = 200;

/** What is sent to webhooks, in Postgres: whatever Redis forgets, what waits here is tried. */
@Injectable()
export class DeliveriesRepository {
  constructor(private readonly database: Database) {}

  /** Keeps what is to be sent; of one fact each webhook has one, however often the fact is heard. */
  async add(tx: Transaction, rows: readonly NewDelivery[]): Promise<void> {
    await tx
      .insert(deliveries)
      .values(rows.map((row) => ({ ...row, dueAt: row.at })))
      .onConflictDoNothing();
  }

  /**
   * Takes what is due, the longest due first, as one more try of it until `until`: then it counts as lost and is taken again.
   * Of two processes one has each, for the other finds that it is not due any more. Nothing for those that are `busy`.
   */
  async claim(now: Date, until: Date, busy: readonly string[]): Promise<Claimed[]> {
    const at = sql`${now.toISOString()}::timestamptz`;
    return this.database.rows<Claimed>(sql`
      update deliveries d set attempts = d.attempts + 1, tried_at = ${at}, due_at = ${until.toISOString()}::timestamptz
      from webhooks w
      where w.id = d.webhook and d.id in (
        select l.id from deliveries l
        where l.state = 'waiting' and l.due_at <= ${at} and l.id in (
          select id from (
            select o.id, o.due_at, row_number() over (partition by o.webhook order by o.due_at, o.id) as place
            from deliveries o join webhooks h on h.id = o.webhook
            where o.state = 'waiting' and o.due_at <= ${at} and h.off_at is null and o.webhook <> all(${sql.param(busy)}::uuid[])) due
          where place <= ${atOnceEach} order by due_at, id limit ${atOnce})
        for update skip locked)
      returning d.id, d.webhook, d.body, d.attempts, w.url, w.secret,
        case when w.previous_until > ${at} then w.previous_secret end as "previousSecret"`);
  }

  /** Writes down what became of a try, unless it counts as lost and somebody else has taken it since. */
  async settle(tx: Transaction, { id, attempts }: Claimed, { state, answer, dueAt }: Settled, at: Date): Promise<void> {
    await tx
      .update(deliveries)
      .set({ state, answer, ...(dueAt && { dueAt }), settledAt: state === 'waiting' ? null : at })
      .where(and(eq(deliveries.id, id), eq(deliveries.attempts, attempts), eq(deliveries.state, 'waiting')));
  }

  /** A page of what is sent to one webhook, the newest first. */
  async page(webhook: string, state: DeliveryState | undefined, after: TimePlace | undefined, limit: number): Promise<DeliveryRow[]> {
    const { at, id } = deliveries;
    const beyond = after && or(lt(at, new Date(after.at)), and(eq(at, new Date(after.at)), lt(id, after.id)));
    return this.database.drizzle
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.webhook, webhook), state && eq(deliveries.state, state), beyond))
      .orderBy(desc(at), desc(id))
      .limit(limit);
  }

  /** How many wait and how many are dead, by webhook. */
  async tallies(webhooks: readonly string[]): Promise<ReadonlyMap<string, Tally>> {
    if (webhooks.length === 0) return new Map();
    const rows = await this.database.drizzle
      .select({ webhook: deliveries.webhook, state: deliveries.state, many: count() })
      .from(deliveries)
      .where(and(inArray(deliveries.webhook, [...webhooks]), ne(deliveries.state, 'delivered')))
      .groupBy(deliveries.webhook, deliveries.state);
    const many = (webhook: string, state: DeliveryState) => rows.find((row) => row.webhook === webhook && row.state === state)?.many ?? 0;
    return new Map(webhooks.map((webhook) => [webhook, { waiting: many(webhook, 'waiting'), dead: many(webhook, 'dead') }]));
  }

  /** Has one tried anew, from the first try on; false of one that waits anyway, or is not there. */
  async sendAgain(tx: Transaction, { id, webhook }: Pick<DeliveryRow, 'id' | 'webhook'>, at: Date): Promise<boolean> {
    const again = await tx
      .update(deliveries)
      .set({ state: 'waiting', attempts: 0, dueAt: at, settledAt: null })
      .where(and(eq(deliveries.id, id), eq(deliveries.webhook, webhook), ne(deliveries.state, 'waiting')))
      .returning({ id: deliveries.id });
    return again.length > 0;
  }

  /** The same of those that were dead at that moment, so many at a time; how many they were. */
  async sendDeadAgain(tx: Transaction, webhook: string, at: Date): Promise<number> {
    const dead = tx
      .select({ id: deliveries.id })
      .from(deliveries)
      .where(and(eq(deliveries.webhook, webhook), eq(deliveries.state, 'dead'), lte(deliveries.settledAt, at)))
      .limit(slice);
    const again = await tx
      .update(deliveries)
      .set({ state: 'waiting', attempts: 0, dueAt: at, settledAt: null })
      .where(and(inArray(deliveries.id, dead), eq(deliveries.state, 'dead')))
      .returning({ id: deliveries.id });
    return again.length;
  }

  /** Forgets what arrived before then, so many at a time; how many they were. What is dead stays until somebody decides. */
  async forgetDelivered(before: Date): Promise<number> {
    const old = this.database.drizzle
      .select({ id: deliveries.id })
      .from(deliveries)
      .where(and(eq(deliveries.state, 'delivered'), lt(deliveries.settledAt, before)))
      .limit(slice);
    const gone = await this.database.drizzle.delete(deliveries).where(inArray(deliveries.id, old)).returning({ id: deliveries.id });
    return gone.length;
  }
}
