import { Injectable } from '@nestjs/common';
import type { LobbyChannel, Matrix } from '@yunhui/contracts';
import { shanghaiDayOf } from '@yunhui/domain';
import { Clock } from '../../platform/clock.js';
import { HubError } from '../../platform/hub-error.js';
import { SharedAnswers } from '../../platform/shared-answers.js';
import { ChannelsService } from '../channels/index.js';
import { LobbyService } from '../lobby/index.js';
import { RegionsService } from '../regions/index.js';
import { ScheduleService } from '../schedule/index.js';
import { type Placed, tileOf, toName } from './matrix.rules.js';

const country = 'CN';

/** The levels of the matrix. */
@Injectable()
export class MatrixService {
  private readonly answers = new SharedAnswers<Matrix>();

  constructor(
    private readonly lobby: LobbyService,
    private readonly channels: ChannelsService,
    private readonly schedule: ScheduleService,
    private readonly regions: RegionsService,
    private readonly clock: Clock,
  ) {}

  /** The tiles of the regions directly below `parent`, given in any case; by default those of province level. */
  async level(campaign: string, parent = country): Promise<Matrix> {
    const { key } = this.named(parent);
    return this.answers.of(`${campaign} ${key}`, () => this.read(campaign, key));
  }

  private async read(campaign: string, parent: string): Promise<Matrix> {
    const { topic, epoch, seq, rev, at, channels } = await this.lobby.allOf(campaign);
    const placed = await this.placed(campaign, channels);
    const tiles = this.regions.below(parent).map((region) => {
      const inside = placed.filter(({ card }) => this.regions.isWithin(card.region.key, region.key));
      return tileOf(region, inside, this.regions.below(region.key).length);
    });
    const path = this.regions.pathOf(parent).map((key) => toName(this.regions.require(key)));
    return { topic, epoch, seq, rev, at, path: path.reverse(), tiles };
  }

  /** The campaign's channels as they are now, nearest to air first. */
  private async placed(campaign: string, channels: readonly LobbyChannel[]): Promise<Placed[]> {
    const cards = new Map((await this.channels.inCampaign(campaign)).map((card) => [card.slug, card]));
    const today = await this.schedule.newOnDay([...cards.keys()], shanghaiDayOf(this.clock.now()));
    return channels.flatMap((shown) => {
      const card = cards.get(shown.slug);
      return card ? [{ card, shown, sessionsToday: today.get(shown.slug) ?? 0 }] : [];
    });
  }

  private named(parent: string): { key: string } {
    if (parent === '') throw new HubError('region.unknown', { field: 'parent' });
    return this.regions.require(parent);
  }
}
