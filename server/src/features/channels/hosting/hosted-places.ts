import { Injectable } from '@nestjs/common';
import { unitScope } from '@yunhui/domain';
import { may, RegionTree, type Viewer } from '../../../platform/auth/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { FilersService } from '../../organizations/index.js';
import { type ChannelRow, ChannelsRepository } from '../channels.repository.js';

/**
 * The channels whose links somebody keeps up: a host those of the units that they file for, an operator those of the region.
 * A host's grant alone opens nothing: it is of a region, in which there are many hosts, or of none at all.
 */
@Injectable()
export class HostedPlaces {
  constructor(
    private readonly channels: ChannelsRepository,
    private readonly filers: FilersService,
    private readonly regions: RegionTree,
  ) {}

  /** By slug. A channel that never stops has no sessions. */
  async of(viewer: Viewer): Promise<ReadonlyMap<string, ChannelRow>> {
    const isTheirs = await this.judgeFor(viewer);
    const all = await this.channels.these(await this.channels.slugs());
    return new Map(all.filter((channel) => !channel.roundTheClock && isTheirs(channel)).map((channel) => [channel.slug, channel]));
  }

  /** The channel, and who may change what plays there; anybody else is refused. */
  async require(viewer: Viewer, slug: string): Promise<{ channel: ChannelRow; by: { id: string } }> {
    const channel = await this.channels.bySlug(slug);
    if (!channel) throw new HubError('channel.unknown');
    if (!viewer.user || !(await this.judgeFor(viewer))(channel)) throw new HubError('access.refused');
    return { channel, by: viewer.user };
  }

  private async judgeFor(viewer: Viewer): Promise<(channel: ChannelRow) => boolean> {
    const { user } = viewer;
    if (!user) return () => false;
    const units = new Set(await this.filers.keysOf(user.id));
    const brings = (region: string) => may(viewer, { action: 'bring', on: 'Link', region }, this.regions.pathOf);
    const plans = (region: string) => may(viewer, { action: 'plan', on: 'Schedule', region }, this.regions.pathOf);
    return ({ host, region }) => plans(region) || (host !== null && units.has(host) && (brings(region) || brings(unitScope)));
  }
}
