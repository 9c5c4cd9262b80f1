import { Injectable } from '@nestjs/common';
import type { Role } from '@yunhui/contracts';
import { roleIn } from '../../platform/auth/index.js';
import type { Speaker } from '../../platform/edge/speaker.js';
import { TopicPlaces } from '../moderation/index.js';

/** Hosts and staff speak as such only where their grant holds. */
@Injectable()
export class SpeakerRoles {
  constructor(private readonly places: TopicPlaces) {}

  async of({ user }: Speaker, topic: string): Promise<Role | undefined> {
    return user.grants.length === 0 ? undefined : roleIn(user.grants, await this.places.pathOf(topic));
  }
}
