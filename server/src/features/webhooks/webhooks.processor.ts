import { Injectable } from '@nestjs/common';
import { type Fact, OnFact } from '../../platform/facts/index.js';
import { HandlesJob, Jobs } from '../../platform/queue/index.js';
import { SendingService } from './sending.service.js';
import { TellingService } from './telling.service.js';
import { ToldFacts } from './told-facts.js';
import { WebhookStanding } from './webhook-standing.service.js';

/** How late what is due may be noticed. */
const sendEachMs = 1_000;
const pruneEachMs = 24 * 3_600_000;

/** What others tell that webhooks hear of, and the clock by which it is sent. Postgres has what waits: Redis only wakes us. */
@Injectable()
export class WebhooksProcessor {
  constructor(
    private readonly told: ToldFacts,
    private readonly telling: TellingService,
    private readonly sending: SendingService,
    private readonly standing: WebhookStanding,
    jobs: Jobs,
  ) {
    jobs.every('webhooks.send-due', {}, sendEachMs);
    jobs.every('webhooks.prune', {}, pruneEachMs);
  }

  @HandlesJob('webhooks.send-due')
  async sendDue(): Promise<void> {
    await this.sending.sendDue();
  }

  @HandlesJob('webhooks.prune')
  async prune(): Promise<void> {
    await this.sending.prune();
  }

  @OnFact('filing.moved')
  async filingMoved(fact: Fact): Promise<void> {
    await this.telling.tell(fact, 'filing.moved', () => this.told.filing(fact));
  }

  @OnFact('session.planned')
  async sessionPlanned(fact: Fact): Promise<void> {
    await this.telling.tell(fact, 'session.planned', () => this.told.session(fact));
  }

  @OnFact('session.changed')
  async sessionChanged(fact: Fact): Promise<void> {
    await this.telling.tell(fact, 'session.changed', () => this.told.session(fact));
  }

  @OnFact('session.links-changed')
  async linksChanged(fact: Fact): Promise<void> {
    await this.telling.tell(fact, 'session.links-changed', () => this.told.session(fact));
  }

  @OnFact('stream.health-changed')
  async healthChanged(fact: Fact): Promise<void> {
    await this.telling.tell(fact, 'stream.health-changed', () => this.told.stream(fact));
  }

  @OnFact('release.published')
  async releasePublished(fact: Fact): Promise<void> {
    await this.telling.tell(fact, 'release.published', () => this.told.release(fact));
  }

  @OnFact('role.taken')
  async roleTaken({ key }: Fact): Promise<void> {
    await this.standing.judge(key);
  }
}
