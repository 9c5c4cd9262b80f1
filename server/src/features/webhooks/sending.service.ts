import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { Delivery } from '@yunhui/contracts';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/index.js';
import { Outbound, OutboundError } from '../../platform/outbound/index.js';
import { type Claimed, DeliveriesRepository } from './deliveries.repository.js';
import { signedHeaders } from './signed-headers.js';
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
export class SendingService {
  private readonly logger = new Logger(SendingService.name);

  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly outbound: Outbound,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Until nothing is due any more, and nothing under way. A receiver that lets us wait gets no more meanwhile, and keeps no other from its own. */
  async sendDue(): Promise<void> {
    const underWay = new Map<Promise<unknown>, string>();
    for (;;) {
      const now = this.clock.now();
      const claimed = await this.deliveries.claim(new Date(now), new Date(now + countsAsLostMs), [...underWay.values()]);
      for (const one of claimed) {
        const trying: Promise<unknown> = this.send(one).finally(() => underWay.delete(trying));
        underWay.set(trying, one.webhook);
      }
      if (underWay.size === 0) return;
      if (claimed.length === 0 || underWay.size >= mostUnderWay) await Promise.race([...underWay.keys(), pause(lookAgainMs)]);
    }
  }

  /** What arrived is of no use after a month. */
  async prune(): Promise<void> {
    const oldest = new Date(this.clock.now() - keptMs);
    while ((await this.deliveries.forgetDelivered(oldest)) > 0);
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
