import { Injectable, Logger } from '@nestjs/common';
import { roundedViewers } from '@yunhui/domain';
import { Clock } from '../../platform/clock.js';
import { Viewers } from '../../platform/realtime/index.js';
import { ChannelsService } from '../channels/index.js';
import { TileTopics } from './tile-topics.store.js';
import { TilesService } from './tiles.service.js';

const channelsATurn = 16;

/**
 * Keeps the tiles true in a worker: when a fact says so, when the clock does, and when viewers come
 * and go. It remembers of each channel when the clock will next change it, so that a second in which
 * nothing happens costs no statement.
 */
@Injectable()
export class TileKeeper {
  private readonly logger = new Logger(TileKeeper.name);
  private readonly nextChangeAt = new Map<string, number>();
  private readonly viewers = new Map<string, number>();

  constructor(
    private readonly channels: ChannelsService,
    private readonly tiles: TilesService,
    private readonly topics: TileTopics,
    private readonly counts: Viewers,
    private readonly clock: Clock,
  ) {}

  /**
   * Renews the tiles of these channels, or of all, and carries those that changed to their topics.
   * A few channels a turn: the embedded store has other people waiting meanwhile.
   */
  async renew(channels?: readonly string[]): Promise<void> {
    const all = channels ?? (await this.channels.slugs());
    for (let from = 0; from < all.length; from += channelsATurn) {
      const { changed, nextChangeAt } = await this.tiles.renew(all.slice(from, from + channelsATurn), this.viewers);
      for (const [channel, at] of nextChangeAt) this.nextChangeAt.set(channel, at);
      await this.topics.put(changed);
      if (changed.length > 0) this.logger.debug(`tiles: ${changed.map(({ tile }) => `${tile.slug} ${tile.state}`).join(', ')}`);
    }
  }

  /** The channels that the clock has changed since they were renewed. A renewal that fails is due again. */
  async renewDue(): Promise<void> {
    const now = this.clock.now();
    await this.renew([...this.nextChangeAt].filter(([, at]) => at <= now).map(([channel]) => channel));
  }

  /** Counts the viewers, and renews the tiles on which the public number is another now. */
  async countViewers(): Promise<void> {
    const known = [...this.nextChangeAt.keys()];
    const counted = await Promise.all(known.map(async (channel) => [channel, await this.counts.count(`room:${channel}`)] as const));
    const others = counted.filter(([channel, count]) => roundedViewers(count) !== roundedViewers(this.viewers.get(channel) ?? 0));
    for (const [channel, count] of counted) this.viewers.set(channel, count);
    await this.renew(others.map(([channel]) => channel));
  }
}
