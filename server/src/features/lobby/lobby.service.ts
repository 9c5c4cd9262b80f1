import { Injectable } from '@nestjs/common';
import type { Lobby } from '@yunhui/contracts';
import { byNearnessToAir } from '@yunhui/domain';
import { Clock } from '../../platform/clock.js';
import { HubError } from '../../platform/hub-error.js';
import { WarmTopics } from '../../platform/realtime/index.js';
import { SharedAnswers } from '../../platform/shared-answers.js';
import { CampaignsService } from '../campaigns/index.js';
import { LobbyRepository } from './lobby.repository.js';

/** A lobby holds what is nearest to air; the others are found by search. */
const mostChannels = 600;

/** The lobby of a campaign, as a page reads it before it joins the topic. */
@Injectable()
export class LobbyService {
  private readonly whole = new SharedAnswers<Lobby>();

  constructor(
    private readonly tiles: LobbyRepository,
    private readonly campaigns: CampaignsService,
    private readonly warm: WarmTopics,
    private readonly clock: Clock,
  ) {}

  async lobbyOf(campaign: string): Promise<Lobby> {
    const whole = await this.allOf(campaign);
    return { ...whole, channels: whole.channels.slice(0, mostChannels) };
  }

  /** The lobby with every channel, nearest to air first: for who shows them by place, or looks for one. */
  async allOf(campaign: string): Promise<Lobby> {
    return this.whole.of(campaign, () => this.read(campaign));
  }

  /**
   * The position comes first and the tiles after it: a change between the two is in both, so that
   * whoever joins with this `rev` may get a tile twice and never miss one.
   */
  private async read(campaign: string): Promise<Lobby> {
    const topic = `lobby:${campaign}`;
    const within = await this.campaigns.within(campaign);
    const warm = within.length > 0 ? await this.warm.use(topic) : undefined;
    if (!warm) throw new HubError('campaign.unknown');
    const position = { epoch: warm.ring.epoch, seq: warm.ring.head, rev: warm.rev };
    const [tiles, state] = await Promise.all([this.tiles.ofCampaigns(within), this.campaigns.stateOf(campaign)]);
    const channels = tiles.map(({ tile }) => tile).sort(byNearnessToAir);
    return { topic, ...position, at: this.clock.now(), channels, campaign: state.value };
  }
}
