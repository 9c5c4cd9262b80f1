import { Injectable } from '@nestjs/common';
import { type Fact, OnFact } from '../../platform/facts/index.js';
import { ScheduleService } from '../schedule/index.js';
import { StreamsService } from '../streams/index.js';
import { CampaignTopics } from './campaign-topics.js';
import { TileKeeper } from './tile-keeper.js';

/** What others tell that changes tiles. Every handler reads again, so a fact heard twice changes nothing. */
@Injectable()
export class LobbyProcessor {
  constructor(
    private readonly keeper: TileKeeper,
    private readonly campaigns: CampaignTopics,
    private readonly schedule: ScheduleService,
    private readonly streams: StreamsService,
  ) {}

  @OnFact('stream.health-changed')
  async streamChanged({ key }: Fact): Promise<void> {
    await this.renew(await this.streams.channelOf(key));
  }

  @OnFact('session.planned')
  async sessionPlanned({ key }: Fact): Promise<void> {
    await this.renew(await this.schedule.channelOf(key));
  }

  @OnFact('session.changed')
  async sessionChanged({ key }: Fact): Promise<void> {
    await this.renew(await this.schedule.channelOf(key));
  }

  @OnFact('session.links-changed')
  async linksChanged({ key }: Fact): Promise<void> {
    await this.renew(await this.schedule.channelOf(key));
  }

  @OnFact('programme.laid')
  async programmeLaid(_laid: Fact): Promise<void> {
    await this.keeper.renew();
  }

  @OnFact('channel.opened')
  async channelOpened({ key }: Fact): Promise<void> {
    await this.renew(key);
  }

  @OnFact('channel.pick-changed')
  async pickChanged({ key }: Fact): Promise<void> {
    await this.renew(key);
  }

  @OnFact('campaign.quiet-changed')
  async quietChanged({ key }: Fact): Promise<void> {
    await this.campaigns.put(key);
  }

  private async renew(channel: string | undefined): Promise<void> {
    if (channel) await this.keeper.renew([channel]);
  }
}
