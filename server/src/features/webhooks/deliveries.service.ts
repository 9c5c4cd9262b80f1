import { Injectable } from '@nestjs/common';
import type { DeliveryPage, DeliveryState, SentAgain } from '@yunhui/contracts';
import { v7 as uuid } from 'uuid';
import { Audit } from '../../platform/audit/index.js';
import type { Viewer } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock.js';
import { readTime, writtenTime } from '../../platform/cursor.js';
import { Database } from '../../platform/database/index.js';
import { HubError } from '../../platform/hub-error.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { bodyOf } from './telling.service.js';
import { WebhookAccess } from './webhook-access.js';
import { toDelivery } from './webhook-views.js';

const pageSize = 30;

/** What is sent to a webhook, as its operators see it, dead letters among it. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly access: WebhookAccess,
    private readonly deliveries: DeliveriesRepository,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async page(viewer: Viewer, webhook: string, { state, cursor }: { state?: DeliveryState; cursor?: string }): Promise<DeliveryPage> {
    await this.access.require(viewer, webhook);
    const after = cursor === undefined ? undefined : readTime(cursor);
    const rows = await this.deliveries.page(webhook, state, after, pageSize + 1);
    const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
    return {
      items: rows.slice(0, pageSize).map(toDelivery),
      ...(last && { next: writtenTime({ at: last.at.toISOString(), id: last.id }) }),
    };
  }

  /** Sends something of no meaning, so that its operator sees whether it arrives. */
  async tryOut(viewer: Viewer, webhook: string): Promise<void> {
    const { row, user } = await this.access.require(viewer, webhook);
    const at = this.clock.date();
    const body = bodyOf('webhook.tried', at, { webhook, region: row.scope });
    await this.database.transaction(async (tx) => {
      await this.deliveries.add(tx, [{ id: uuid(), webhook, event: 'webhook.tried', body, at }]);
      await this.audit.record(tx, { who: user.id, act: 'webhook.tried', subject: webhook });
    });
  }

  /** Has one tried anew, with the same `webhook-id`: a receiver that had it after all knows it again. */
  async sendAgain(viewer: Viewer, webhook: string, id: string): Promise<void> {
    const { user } = await this.access.require(viewer, webhook);
    await this.database.transaction(async (tx) => {
      if (!(await this.deliveries.sendAgain(tx, { id, webhook }, this.clock.date()))) throw new HubError('delivery.unknown');
      await this.audit.record(tx, { who: user.id, act: 'webhook.sent-again', subject: webhook, difference: { delivery: id } });
    });
  }

  /** The same of all that are dead; what dies of them at once is left to the next press. */
  async sendDeadAgain(viewer: Viewer, webhook: string): Promise<SentAgain> {
    const { user } = await this.access.require(viewer, webhook);
    const at = this.clock.date();
    let sent = 0;
    for (;;) {
      const many = await this.database.transaction(async (tx) => {
        const dead = await this.deliveries.sendDeadAgain(tx, webhook, at);
        if (dead > 0) await this.audit.record(tx, { who: user.id, act: 'webhook.sent-again', subject: webhook, difference: { dead } });
        return dead;
      });
      if (many === 0) return { sent };
      sent += many;
    }
  }
}
