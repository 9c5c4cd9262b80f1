import { Injectable } from '@nestjs/common';
import { QuietWatch } from '../campaigns/index.js';
import { ChannelsRepository } from './channels.repository.js';

/** Whether 静默 holds in a conversation: that of a room's campaign, or of a campaign-wide topic's. */
@Injectable()
export class QuietTopics {
  /** A channel never changes its campaign, so one that is known stays true. */
  private readonly campaigns = new Map<string, string>();

  constructor(
    private readonly channels: ChannelsRepository,
    private readonly watch: QuietWatch,
  ) {}

  async isQuiet(topic: string): Promise<boolean> {
    const campaign = await this.campaignOf(topic);
    return campaign !== undefined && this.watch.isQuiet(campaign);
  }

  private async campaignOf(topic: string): Promise<string | undefined> {
    const [kind, slug = ''] = topic.split(':');
    if (kind !== 'room') return slug;
    const known = this.campaigns.get(slug) ?? (await this.channels.bySlug(slug))?.campaign;
    if (known !== undefined) this.campaigns.set(slug, known);
    return known;
  }
}
