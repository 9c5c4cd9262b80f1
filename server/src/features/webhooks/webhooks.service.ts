import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { ChangeWebhook, RegisterWebhook, User, Webhook, WebhookList, WebhookSecret } from '@yunhui/contracts';
import { v7 as uuid } from 'uuid';
import { CONFIG, type Config } from '../../config.js';
import { Audit } from '../../platform/audit/index.js';
import { may, RegionTree, type Viewer } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { HubError } from '../../platform/hub-error.js';
import { Outbound } from '../../platform/outbound/index.js';
import { WebhookAccess } from './webhook-access.js';
import { isPrivateWay } from './webhook.rules.js';
import { type WebhookRow, WebhooksRepository } from './webhooks.repository.js';
import { WebhookViews } from './webhook-views.js';

/** So long the secret before signs besides: a receiver goes over to the new one within a day. */
const overlapMs = 24 * 3_600_000;

/** Webhooks, as the operators of a region keep them. A secret is told when it is made, and never again. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly access: WebhookAccess,
    private readonly webhooks: WebhooksRepository,
    private readonly views: WebhookViews,
    private readonly regions: RegionTree,
    private readonly outbound: Outbound,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(viewer: Viewer): Promise<WebhookList> {
    const rows = await this.webhooks.all();
    const own = rows.filter(({ scope }) => may(viewer, { action: 'manage', on: 'Webhook', region: scope }, this.regions.pathOf));
    return { items: await this.views.of(own) };
  }

  async register(viewer: Viewer, { scope, url, note, events }: RegisterWebhook): Promise<WebhookSecret> {
    if (!this.regions.has(scope)) throw new HubError('region.unknown', { field: 'scope' });
    const user = this.access.operatorOf(viewer, scope);
    this.mustBeFit(url);
    const [id, secret] = [uuid(), newSecret()];
    const made = { madeBy: user.id, madeByName: user.name, madeAt: this.clock.date() };
    await this.database.transaction(async (tx) => {
      await this.webhooks.add(tx, { id, scope, url, note, events: [...new Set(events)], secret, ...made });
      await this.audit.record(tx, { who: user.id, act: 'webhook.registered', subject: id, difference: { scope, url, note, events } });
    });
    return { webhook: await this.shown(id), secret };
  }

  async change(viewer: Viewer, id: string, { url, note, events }: ChangeWebhook): Promise<Webhook> {
    const { row, user } = await this.access.require(viewer, id);
    this.mustBeFit(url);
    const before = { url: row.url, note: row.note, events: row.events };
    const after = { url, note, events: [...new Set(events)] };
    await this.act(user, { act: 'webhook.changed', id, difference: { before, after } }, (tx) => this.webhooks.change(tx, id, after));
    return this.shown(id);
  }

  /** Off, nothing new is kept for it, and what waits goes on waiting. Whoever switches it on answers for it from then on. */
  async switch(viewer: Viewer, id: string, on: boolean): Promise<Webhook> {
    const { row, user } = await this.access.require(viewer, id);
    if (on === (row.offAt === null)) return this.shown(id);
    const change = on ? { offAt: null, madeBy: user.id, madeByName: user.name } : { offAt: this.clock.date() };
    const difference = on && row.madeBy !== user.id ? { before: { by: row.madeBy }, after: { by: user.id } } : undefined;
    await this.act(user, { act: on ? 'webhook.switched-on' : 'webhook.switched-off', id, ...(difference && { difference }) }, (tx) =>
      this.webhooks.change(tx, id, change),
    );
    return this.shown(id);
  }

  async rotate(viewer: Viewer, id: string): Promise<WebhookSecret> {
    const { user } = await this.access.require(viewer, id);
    const secret = newSecret();
    const previousUntil = new Date(this.clock.now() + overlapMs);
    await this.act(user, { act: 'webhook.secret-rotated', id }, (tx) => this.webhooks.rotate(tx, id, { secret, previousUntil }));
    return { webhook: await this.shown(id), secret };
  }

  async remove(viewer: Viewer, id: string): Promise<void> {
    const { row, user } = await this.access.require(viewer, id);
    const { scope, url, note, events } = row;
    await this.act(user, { act: 'webhook.removed', id, difference: { scope, url, note, events } }, async (tx) =>
      (await this.webhooks.remove(tx, id)) ? row : undefined,
    );
  }

  private mustBeFit(url: string): void {
    const loopbackAllowed = this.config.OUTBOUND_LOOPBACK === 'on';
    if (!this.outbound.mayAsk(url) || !isPrivateWay(url, { loopbackAllowed })) throw new HubError('webhook.refused', { field: 'url' });
  }

  /** With its row in the audit; of a webhook that a colleague has removed meanwhile there is neither. */
  private async act(
    user: User,
    { act, id, difference }: { act: string; id: string; difference?: object },
    make: (tx: Transaction) => Promise<WebhookRow | undefined>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await make(tx))) throw new HubError('webhook.unknown');
      await this.audit.record(tx, { who: user.id, act, subject: id, ...(difference && { difference }) });
    });
  }

  private async shown(id: string): Promise<Webhook> {
    const row = await this.webhooks.byId(id);
    const [shown] = row ? await this.views.of([row]) : [];
    if (!shown) throw new HubError('webhook.unknown');
    return shown;
  }
}

const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;
