import { Injectable } from '@nestjs/common';
import type { LiveState, SearchAnswer, SearchHit } from '@yunhui/contracts';
import { Clock } from '../../platform/clock.js';
import { HubError } from '../../platform/hub-error.js';
import { SharedAnswers } from '../../platform/shared-answers.js';
import { CampaignsService } from '../campaigns/index.js';
import { LobbyService } from '../lobby/index.js';
import { ScheduleService } from '../schedule/index.js';
import { SearchClock } from './search-clock.js';
import { fairlyMixed } from './search-mix.rules.js';
import { nearestOfEach } from './search-nearest.rules.js';

/** "我们学校的直播在哪": channels, sessions, organizations, activities and topics of a campaign. */
@Injectable()
export class SearchService {
  private readonly answers = new SharedAnswers<SearchAnswer>();

  constructor(
    private readonly indexes: SearchClock,
    private readonly campaigns: CampaignsService,
    private readonly lobby: LobbyService,
    private readonly schedule: ScheduleService,
    private readonly clock: Clock,
  ) {}

  async search(campaign: string, { q, limit }: { q: string; limit: number }): Promise<SearchAnswer> {
    return this.answers.of(JSON.stringify([campaign, q, limit]), () => this.look(campaign, q, limit));
  }

  private async look(campaign: string, q: string, limit: number): Promise<SearchAnswer> {
    const [within, around] = [await this.campaigns.within(campaign), await this.campaigns.around(campaign)];
    if (within.length === 0) throw new HubError('campaign.unknown');
    const index = await this.indexes.ready();
    const found = index.find(q, { within: new Set(within), around: new Set(around) });
    const items = fairlyMixed(nearestOfEach(found, this.clock.now()), limit);
    return { items: await this.withStates(campaign, items) };
  }

  /** What is found says whether it is on now: channels as the lobby has them, sessions as the schedule does. */
  private async withStates(campaign: string, hits: readonly SearchHit[]): Promise<SearchHit[]> {
    if (hits.length === 0) return [];
    const sessions = hits.flatMap(({ kind, id }) => (kind === 'session' ? id : []));
    const [{ channels }, ofSessions] = await Promise.all([this.lobby.allOf(campaign), this.schedule.statesOf(sessions, this.clock.now())]);
    const ofChannels = new Map<string, LiveState>(channels.map(({ slug, state }) => [slug, state]));
    return hits.map((hit) => {
      const state = hit.kind === 'session' ? ofSessions.get(hit.id) : hit.kind === 'channel' ? ofChannels.get(hit.id) : undefined;
      return state ? { ...hit, state } : hit;
    });
  }
}
