import { Injectable } from '@nestjs/common';
import type { WebhookEvent } from '@yunhui/contracts';
import { shanghaiInstant } from '@yunhui/domain';
import { v7 as uuid } from 'uuid';
import { RegionTree } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/index.js';
import type { Fact } from '../../platform/facts/index.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import type { Told } from './told-facts.js';
import { WebhooksRepository } from './webhooks.repository.js';

/** Writes down what each webhook is told, once of each fact, however often that is heard. */
@Injectable()
export class TellingService {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly regions: RegionTree,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** For those in whose scope it happened. Where nobody hears of it, nothing is read. */
  async tell({ id: fact }: Fact, event: WebhookEvent, read: () => Promise<Told | undefined>): Promise<void> {
    const hearing = await this.webhooks.hearing(event);
    const told = hearing.length > 0 ? await read() : undefined;
    if (!told) return;
    const path = this.regions.pathOf(told.region);
    const at = this.clock.date();
    const body = bodyOf(event, at, told.data);
    const rows = hearing
      .filter(({ scope }) => path.includes(scope))
      .map(({ id: webhook }) => ({ id: uuid(), webhook, fact, event, body, at }));
    if (rows.length > 0) await this.database.transaction((tx) => this.deliveries.add(tx, rows));
  }
}

/** The payload of Standard Webhooks: what, when, and of what. */
export function bodyOf(type: string, at: Date, data: Record<string, unknown>): string {
  return JSON.stringify({ type, timestamp: shanghaiInstant(at.getTime()), data });
}
