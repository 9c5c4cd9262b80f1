import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Delivery } from '@yunhui/contracts';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/index.js';
import { Outbound, OutboundError, signedHeaders } from '../../platform/outbound/index.js';
import { type Claimed, DeliveriesRepository } from './deliveries.repository.js';
import { outcomeOf } from './webhook.rules.js';
import { WebhooksRepository } from './webhooks.repository.js';

/** Longer than the guard lets any address take: a try that has not ended by then has died with its process. */
const countsAsLostMs = 30_000;
/** What becomes due while others let us wait is looked for so often. */
const lookAgainMs = 1_000;
const mostUnderWay = 40;
const keptMs = 30 * 24 * 3_600_000;

/** Sends what is due. A process that dies in a try has it made again, with the same `webhook-id`: receivers may hear twice, never not at all. */
@Injectable()
export class SendingService implements OnModuleDestroy {
  private readonly logger = new Logger(SendingService.name);
  /** Each try that has not ended, with its webhook. */
  private readonly underWay = new Map<Promise<unknown>, string>();
  private sending: Promise<void> | undefined;
  private isOver = false;

  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly outbound: Outbound,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** At the end of the process nothing more is begun. */
  onModuleDestroy(): void {
    this.isOver = true;
  }

  /**
   * Sends until nothing is due any more, and nothing under way. The clock comes again while that takes its time: who sends
   * here already looks again by itself, and a second beside it would bring a receiver more than it has room for, and keep mail
   * from its turn.
   */
  async sendDue(): Promise<void> {
    if (this.sending) return;
    this.sending = this.sendAll().finally(() => (this.sending = undefined));
    await this.sending;
  }

  /** What arrived is of no use after a month. */
  async prune(): Promise<void> {
    const oldest = new Date(this.clock.now() - keptMs);
    while ((await this.deliveries.forgetDelivered(oldest)) > 0);
  }

  /** A receiver that lets us wait gets no more meanwhile, and keeps no other from its own. */
  private async sendAll(): Promise<void> {
    for (;;) {
      const claimed = this.isOver ? [] : await this.claim();
      for (const one of claimed) {
        const trying: Promise<unknown> = this.send(one).finally(() => this.underWay.delete(trying));
        this.underWay.set(trying, one.webhook);
      }
      if (this.underWay.size === 0) return;
      if (claimed.length === 0 || this.underWay.size >= mostUnderWay) await Promise.race([...this.underWay.keys(), pause(lookAgainMs)]);
    }
  }

  private async claim(): Promise<Claimed[]> {
    const now = this.clock.now();
    return this.deliveries.claim(new Date(now), new Date(now + countsAsLostMs), [...this.underWay.values()]);
  }

  /** What cannot be written down counts as lost, and is tried again. */
  private async send(claimed: Claimed): Promise<void> {
    const { id, webhook, body, attempts, url, secret, previousSecret } = claimed;
    const headers = signedHeaders({ id, at: this.clock.now(), body }, [secret, ...(previousSecret === null ? [] : [previousSecret])]);
    try {
      const answer = await this.answerOf(url, { headers, body });
      const outcome = outcomeOf(answer.status, attempts, Math.random());
      const at = this.clock.date();
      await this.database.transaction(async (tx) => {
        if (outcome.state === 'waiting') {
          const dueAt = new Date(at.getTime() + outcome.afterMs);
          return this.deliveries.settle(tx, claimed, { state: 'waiting', answer, dueAt }, at);
        }
        // The webhook before what is sent to it: whoever removes it locks them in that order.
        const isOff = outcome.state === 'gone' && (await this.webhooks.switchOff(tx, { id: webhook, url }, at));
        await this.deliveries.settle(tx, claimed, { state: outcome.state === 'delivered' ? 'delivered' : 'dead', answer }, at);
        if (isOff) await this.audit.record(tx, { who: 'hub', act: 'webhook.switched-off', subject: webhook, reason: '接收方答复 410' });
      });
    } catch (error) {
      this.logger.error(error);
    }
  }

  private async answerOf(url: string, sent: { headers: Record<string, string>; body: string }): Promise<NonNullable<Delivery['answer']>> {
    try {
      return await this.outbound.post(url, sent);
    } catch (error) {
      if (!(error instanceof OutboundError)) throw error;
      return { why: error.verdict };
    }
  }
}
