import { Injectable } from '@nestjs/common';
import type { Role } from '@yunhui/contracts';
import type { Speaker } from '../../platform/edge/speaker.js';
import { TopicModes } from '../moderation/index.js';
import { roleIn } from './topics.rules.js';

/** Hosts and staff speak as such only where their grant holds. */
@Injectable()
export class SpeakerRoles {
  constructor(private readonly modes: TopicModes) {}

  async of({ user }: Speaker, topic: string): Promise<Role | undefined> {
    return user.grants.length === 0 ? undefined : roleIn(user.grants, await this.modes.pathOf(topic));
  }
}
