import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Lobby } from '@yunhui/contracts';
import { byNearnessToAir } from '@yunhui/domain';
import { Clock } from '../../platform/clock.js';
import { HubError } from '../../platform/hub-error.js';
import { WarmTopics } from '../../platform/realtime/index.js';
import { CampaignsService } from '../campaigns/index.js';
import { LobbyRepository } from './lobby.repository.js';

/** A lobby holds what is nearest to air; the others are found by search. */
const mostChannels = 600;
/** So long an answer serves everybody who asks: a crowd that arrives at once costs two statements. */
const sharedMs = 250;

type Shared = { since: number; answer: Promise<Lobby> };

/** The lobby of a campaign, as a page reads it before it joins the topic. */
@Injectable()
export class LobbyService {
  private readonly shared = new Map<string, Shared>();
  private readonly last = new Map<string, Lobby>();

  constructor(
    private readonly tiles: LobbyRepository,
    private readonly campaigns: CampaignsService,
    private readonly warm: WarmTopics,
    private readonly clock: Clock,
  ) {}

  async lobbyOf(campaign: string): Promise<Lobby> {
    const since = performance.now();
    const known = this.shared.get(campaign);
    if (known && since - known.since < sharedMs) return known.answer;
    const answer = this.read(campaign);
    this.shared.set(campaign, { since, answer });
    answer.catch(() => this.shared.delete(campaign)); // a failure is not shared with who asks next
    return answer;
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
    const tiles = await this.tiles.ofCampaigns(within);
    const channels = tiles
      .map(({ tile }) => tile)
      .sort(byNearnessToAir)
      .slice(0, mostChannels);
    return this.sameUnlessNew(campaign, { topic, ...position, at: this.clock.now(), channels, campaign: {} });
  }

  /** While nothing changes the answer does not either, to the byte: caches and 304 live from that. */
  private sameUnlessNew(campaign: string, lobby: Lobby): Lobby {
    const before = this.last.get(campaign);
    if (before && isDeepStrictEqual({ ...before, at: 0 }, { ...lobby, at: 0 })) return before;
    this.last.set(campaign, lobby);
    return lobby;
  }
}
