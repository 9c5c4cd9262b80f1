import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { ChannelsService } from '../channels/index.js';
import { ScheduleService } from '../schedule/index.js';
import type { PictureTurn } from '../streams/index.js';

/** Says where a link is on the air. */
@Injectable()
export class StillPlaces {
  constructor(
    private readonly channels: ChannelsService,
    private readonly schedule: ScheduleService,
    private readonly clock: Clock,
  ) {}

  /** The region of a link that people may watch now; none of one whose channel is blocked or whose session is not live: nobody takes a still of it. */
  async regionOf({ channel, session }: PictureTurn): Promise<string | undefined> {
    const [card] = await this.channels.cards([channel]);
    if (!card || card.blocked) return undefined;
    if (session === null) return card.region.key;
    const states = await this.schedule.statesOf([session], this.clock.now());
    return states.get(session) === 'live' ? card.region.key : undefined;
  }
}
