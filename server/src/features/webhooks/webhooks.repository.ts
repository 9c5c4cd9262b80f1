import { Injectable } from '@nestjs/common';
import type { WebhookEvent } from '@yunhui/contracts';
import { and, arrayContains, asc, eq, getTableColumns, isNull } from 'drizzle-orm';
import { Database, type Transaction } from '../../platform/database/index.js';
import { webhooks } from './webhooks.tables.js';

const { secret: _secret, previousSecret: _previous, ...listed } = getTableColumns(webhooks);

/** A webhook without what it signs with. */
export type WebhookRow = Omit<typeof webhooks.$inferSelect, 'secret' | 'previousSecret'>;
export type NewWebhook = Omit<typeof webhooks.$inferInsert, 'previousSecret' | 'previousUntil' | 'offAt'>;
/** What becomes of a webhook; a row of it that is gone becomes nothing. */
type Change = Partial<Omit<typeof webhooks.$inferInsert, 'id' | 'scope'>>;

/** Webhooks, in Postgres. Only a try reads a secret. */
@Injectable()
export class WebhooksRepository {
  constructor(private readonly database: Database) {}

  async all(): Promise<WebhookRow[]> {
    return this.database.drizzle.select(listed).from(webhooks).orderBy(asc(webhooks.madeAt), asc(webhooks.id));
  }

  async byId(id: string): Promise<WebhookRow | undefined> {
    const [row] = await this.database.drizzle.select(listed).from(webhooks).where(eq(webhooks.id, id));
    return row;
  }

  /** Those that are on and want to hear of it. */
  async hearing(event: WebhookEvent): Promise<WebhookRow[]> {
    return this.database.drizzle
      .select(listed)
      .from(webhooks)
      .where(and(isNull(webhooks.offAt), arrayContains(webhooks.events, [event])));
  }

  async add(tx: Transaction, webhook: NewWebhook): Promise<void> {
    await tx.insert(webhooks).values(webhook);
  }

  async change(tx: Transaction, id: string, change: Change): Promise<WebhookRow | undefined> {
    const [row] = await tx.update(webhooks).set(change).where(eq(webhooks.id, id)).returning(listed);
    return row;
  }

  /** Switches it off for who does not answer at this address any more; false of one that is off, or has another address by now. */
  async switchOff(tx: Transaction, { id, url }: Pick<WebhookRow, 'id' | 'url'>, offAt: Date): Promise<boolean> {
    const off = await tx
      .update(webhooks)
      .set({ offAt })
      .where(and(eq(webhooks.id, id), eq(webhooks.url, url), isNull(webhooks.offAt)))
      .returning({ id: webhooks.id });
    return off.length > 0;
  }

  /** Those of somebody that are on. */
  async onOf(madeBy: string): Promise<WebhookRow[]> {
    return this.database.drizzle
      .select(listed)
      .from(webhooks)
      .where(and(eq(webhooks.madeBy, madeBy), isNull(webhooks.offAt)));
  }

  /** Switches it off with the standing of whose it is; false of one that is off, or another's by now. */
  async endWith(tx: Transaction, { id, madeBy }: Pick<WebhookRow, 'id' | 'madeBy'>, offAt: Date): Promise<boolean> {
    const off = await tx
      .update(webhooks)
      .set({ offAt })
      .where(and(eq(webhooks.id, id), eq(webhooks.madeBy, madeBy), isNull(webhooks.offAt)))
      .returning({ id: webhooks.id });
    return off.length > 0;
  }

  /** Gives it another secret; the one before signs besides until `previousUntil`. */
  async rotate(tx: Transaction, id: string, next: { secret: string; previousUntil: Date }): Promise<WebhookRow | undefined> {
    const [row] = await tx
      .update(webhooks)
      .set({ ...next, previousSecret: webhooks.secret })
      .where(eq(webhooks.id, id))
      .returning(listed);
    return row;
  }

  /** With what is sent to it. */
  async remove(tx: Transaction, id: string): Promise<boolean> {
    const gone = await tx.delete(webhooks).where(eq(webhooks.id, id)).returning({ id: webhooks.id });
    return gone.length > 0;
  }
}
