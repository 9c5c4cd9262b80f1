import { Injectable } from '@nestjs/common';
import type { User } from '@yunhui/contracts';
import { may, RegionTree, type Viewer, whoMay } from '../../platform/auth/index.js';
import { HubError } from '../../platform/hub-error.js';
import { type WebhookRow, WebhooksRepository } from './webhooks.repository.js';

/** Whose webhooks are whose: those of a region are its operators', and of those above it. */
@Injectable()
export class WebhookAccess {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly regions: RegionTree,
  ) {}

  operatorOf(viewer: Viewer, scope: string): User {
    return whoMay(viewer, { action: 'manage', on: 'Webhook', region: scope }, this.regions.pathOf);
  }

  /** One of the viewer's own. Of others' nobody learns whether they are there. */
  async require(viewer: Viewer, id: string): Promise<{ row: WebhookRow; user: User }> {
    const row = await this.webhooks.byId(id);
    const { user } = viewer;
    if (!row || !user || !may(viewer, { action: 'manage', on: 'Webhook', region: row.scope }, this.regions.pathOf))
      throw new HubError('webhook.unknown');
    return { row, user };
  }
}
