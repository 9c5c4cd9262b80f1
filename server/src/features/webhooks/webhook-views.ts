import { Injectable } from '@nestjs/common';
import type { Delivery, Webhook } from '@yunhui/contracts';
import { shanghaiInstant } from '@yunhui/domain';
import { Clock } from '../../platform/clock.js';
import { DeliveriesRepository, type DeliveryRow } from './deliveries.repository.js';
import type { WebhookRow } from './webhooks.repository.js';

/** Webhooks as the wire has them. */
@Injectable()
export class WebhookViews {
  constructor(
    private readonly deliveries: DeliveriesRepository,
    private readonly clock: Clock,
  ) {}

  async of(rows: readonly WebhookRow[]): Promise<Webhook[]> {
    const tallies = await this.deliveries.tallies(rows.map(({ id }) => id));
    const now = this.clock.now();
    return rows.map(({ id, scope, url, note, events, offAt, previousUntil, ...made }) => ({
      id,
      scope,
      url,
      note,
      events,
      by: { id: made.madeBy, name: made.madeByName },
      at: written(made.madeAt),
      ...(offAt && { offAt: written(offAt) }),
      ...(previousUntil && previousUntil.getTime() > now && { previousUntil: written(previousUntil) }),
      ...(tallies.get(id) ?? { waiting: 0, dead: 0 }),
    }));
  }
}

export function toDelivery({ id, event, at, state, attempts, triedAt, dueAt, answer, body }: DeliveryRow): Delivery {
  return {
    id,
    event,
    at: written(at),
    state,
    attempts,
    ...(triedAt && { triedAt: written(triedAt) }),
    ...(state === 'waiting' && { nextAt: written(dueAt) }),
    ...(answer && { answer }),
    body,
  };
}

const written = (at: Date): string => shanghaiInstant(at.getTime());
