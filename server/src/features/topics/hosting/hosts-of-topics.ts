import { Injectable } from '@nestjs/common';
import { unitScope } from '@yunhui/domain';
import { may, RegionTree, type Viewer } from '../../../platform/auth/index.js';
import { asSpeaker, type Speaker } from '../../../platform/edge/speaker.js';
import { HubError } from '../../../platform/hub-error.js';
import { Subscriptions } from '../../../platform/realtime/index.js';
import { ChannelsService } from '../../channels/index.js';
import { FilersService } from '../../organizations/index.js';
import { isConversation } from '../topics.rules.js';

type Act = 'announce' | 'pin';

/** Who may speak for the house: hosts and staff of the region that a conversation belongs to, and in a unit's room who files for it. */
@Injectable()
export class HostsOfTopics {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly channels: ChannelsService,
    private readonly filers: FilersService,
    private readonly regions: RegionTree,
  ) {}

  /** The speaker, who may do this in the topic, and the name of the topic; else the refusal. */
  async require(viewer: Viewer, action: Act, topic: string): Promise<{ speaker: Speaker; topic: string }> {
    const speaker = asSpeaker(viewer);
    if (!isConversation(topic)) throw new HubError('topic.closed');
    const { name } = await this.subscriptions.readable({ viewer }, topic);
    const region = await this.channels.regionOfTopic(name);
    if (!region) throw new HubError('access.refused');
    const isTheirs = this.may(viewer, action, region) || (await this.isOwnRoom(viewer, action, name));
    if (!isTheirs) throw new HubError('access.refused');
    return { speaker, topic: name };
  }

  private may(viewer: Viewer, action: Act, region: string): boolean {
    return may(viewer, { action, on: 'Room', region }, this.regions.pathOf);
  }

  /** Whoever acts for a unit does so in its channel's room, though their grant is of no region. */
  private async isOwnRoom(viewer: Viewer, action: Act, topic: string): Promise<boolean> {
    const [kind, slug = ''] = topic.split(':');
    if (!viewer.user || kind !== 'room' || !this.may(viewer, action, unitScope)) return false;
    const unit = await this.channels.hostOf(slug);
    return unit !== undefined && (await this.filers.keysOf(viewer.user.id)).includes(unit);
  }
}
