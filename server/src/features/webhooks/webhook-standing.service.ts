import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/index.js';
import { may, RegionTree } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/index.js';
import { AccountDesk } from '../accounts/index.js';
import { type WebhookRow, WebhooksRepository } from './webhooks.repository.js';

/** A webhook stands by who answers for it: once they are no operator there any more it falls silent, until a colleague switches it on as theirs. */
@Injectable()
export class WebhookStanding {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly accounts: AccountDesk,
    private readonly regions: RegionTree,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Somebody may do less than before; what they may do now is read again. */
  async judge(userId: string): Promise<void> {
    const [card, rows] = [await this.accounts.cardOf(userId), await this.webhooks.onOf(userId)];
    const user = card && { ...card, kind: 'account' as const };
    const stands = (region: string): boolean => may({ user }, { action: 'manage', on: 'Webhook', region }, this.regions.pathOf);
    for (const row of rows) if (!stands(row.scope)) await this.end(row);
  }

  private async end(row: WebhookRow): Promise<void> {
    await this.database.transaction(async (tx) => {
      const isEnded = await this.webhooks.endWith(tx, row, this.clock.date());
      if (isEnded)
        await this.audit.record(tx, { who: 'hub', act: 'webhook.switched-off', subject: row.id, reason: '设置者不再是这里的主办方' });
    });
  }
}
