import { Injectable } from '@nestjs/common';
import { RegionTree } from '../../platform/auth/index.js';
import { ChannelsService } from '../channels/index.js';

/** Where a conversation belongs: its region and all above it. What belongs to none belongs to the country. */
@Injectable()
export class TopicPlaces {
  /** A conversation never moves to another region, so a path that is known stays true. */
  private readonly paths = new Map<string, readonly string[]>();

  constructor(
    private readonly channels: ChannelsService,
    private readonly regions: RegionTree,
  ) {}

  async regionOf(topic: string): Promise<string> {
    return (await this.channels.regionOfTopic(topic)) ?? 'CN';
  }

  async pathOf(topic: string): Promise<readonly string[]> {
    const known = this.paths.get(topic);
    if (known) return known;
    const path = this.regions.pathOf(await this.regionOf(topic));
    this.paths.set(topic, path);
    return path;
  }
}
