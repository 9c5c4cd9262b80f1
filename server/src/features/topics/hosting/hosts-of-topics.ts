import { Injectable } from '@nestjs/common';
import { RegionTree, type Viewer, whoMay } from '../../../platform/auth/index.js';
import { asSpeaker, type Speaker } from '../../../platform/edge/speaker.js';
import { HubError } from '../../../platform/hub-error.js';
import { Subscriptions } from '../../../platform/realtime/index.js';
import { ChannelsService } from '../../channels/index.js';
import { isConversation } from '../topics.rules.js';

/** Who may speak for the house: hosts and staff of the region that a conversation belongs to. */
@Injectable()
export class HostsOfTopics {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly channels: ChannelsService,
    private readonly regions: RegionTree,
  ) {}

  /** The speaker, who may do this in the topic, and the name of the topic; else the refusal. */
  async require(viewer: Viewer, action: 'announce' | 'pin', topic: string): Promise<{ speaker: Speaker; topic: string }> {
    const speaker = asSpeaker(viewer);
    if (!isConversation(topic)) throw new HubError('topic.closed');
    const { name } = await this.subscriptions.readable({ viewer }, topic);
    const region = await this.channels.regionOfTopic(name);
    if (!region) throw new HubError('access.refused');
    whoMay(viewer, { action, on: 'Room', region }, this.regions.pathOf);
    return { speaker, topic: name };
  }
}
