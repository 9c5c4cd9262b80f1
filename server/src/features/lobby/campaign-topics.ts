import { Injectable, type OnModuleInit } from '@nestjs/common';
import { campaignKey } from '@yunhui/contracts';
import { type StateChange, TopicStates } from '../../platform/realtime/index.js';
import { CampaignsService } from '../campaigns/index.js';

/**
 * Carries what holds for a whole campaign to its lobby and to those inside it, as the key `@campaign`. Losing it
 * costs nothing: the campaigns' rows are the truth, and every process can build a lost state again from them.
 */
@Injectable()
export class CampaignTopics implements OnModuleInit {
  constructor(
    private readonly states: TopicStates,
    private readonly campaigns: CampaignsService,
  ) {}

  onModuleInit(): void {
    this.states.rebuiltBy('lobby', (topic) => this.changesOf(topic.slice(topic.indexOf(':') + 1)));
  }

  /** A campaign's own, and those of everything inside it. Safe to call again: a topic keeps the highest version it has seen. */
  async put(campaign: string): Promise<void> {
    const within = await this.campaigns.within(campaign);
    await Promise.all(within.map(async (slug) => this.states.put(`lobby:${slug}`, await this.changesOf(slug))));
  }

  async putAll(): Promise<void> {
    for (const { slug, parent } of (await this.campaigns.list()).items) if (!parent) await this.put(slug);
  }

  /** What has never changed needs no key: a lobby without it is loud. */
  private async changesOf(campaign: string): Promise<StateChange[]> {
    const { version, value } = await this.campaigns.stateOf(campaign);
    return version === 0 ? [] : [{ key: campaignKey, version, value }];
  }
}
