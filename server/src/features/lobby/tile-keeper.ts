import { Injectable, Logger } from '@nestjs/common';
import { heatOf, roundedViewers, steadyHeat } from '@yunhui/domain';
import { Clock } from '../../platform/clock.js';
import { Viewers } from '../../platform/realtime/index.js';
import { ChannelsService } from '../channels/index.js';
import { StillsService } from '../stills/index.js';
import type { Measured } from './lobby.rules.js';
import { RoomPace } from './room-pace.js';
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
  private readonly live = new Set<string>();
  private readonly measured = new Map<string, Measured>();

  constructor(
    private readonly channels: ChannelsService,
    private readonly tiles: TilesService,
    private readonly topics: TileTopics,
    private readonly counts: Viewers,
    private readonly pace: RoomPace,
    private readonly stills: StillsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Renews the tiles of these channels, or of all, and carries those that changed to their topics.
   * A few channels a turn: the embedded store has other people waiting meanwhile.
   */
  async renew(channels?: readonly string[]): Promise<void> {
    const all = channels ?? (await this.channels.slugs());
    for (let from = 0; from < all.length; from += channelsATurn) {
      const { changed, nextChangeAt, live } = await this.tiles.renew(all.slice(from, from + channelsATurn), this.measured);
      for (const [channel, at] of nextChangeAt) {
        this.nextChangeAt.set(channel, at);
        if (live.has(channel)) this.live.add(channel);
        else this.live.delete(channel);
      }
      await this.topics.put(changed);
      if (changed.length > 0) this.logger.debug(`tiles: ${changed.map(({ tile }) => `${tile.slug} ${tile.state}`).join(', ')}`);
    }
  }

  /** The channels that the clock has changed since they were renewed. A renewal that fails is due again. */
  async renewDue(): Promise<void> {
    const now = this.clock.now();
    await this.renew([...this.nextChangeAt].filter(([, at]) => at <= now).map(([channel]) => channel));
  }

  /** Counts viewers and pace and looks for stills, and renews the tiles on which the public would see another number, heat or picture. */
  async measure(): Promise<void> {
    const known = [...this.nextChangeAt.keys()];
    const viewers = await Promise.all(known.map((channel) => this.counts.count(`room:${channel}`)));
    const pace = await this.pace.of(known.filter((channel) => this.live.has(channel)));
    const pictures = await this.stills.byChannel();
    const seen = known.map((channel, at) => ({ channel, viewers: viewers[at] ?? 0, pace: pace.get(channel) }));
    const viewersMax = roundedViewers(Math.max(0, ...seen.map((one) => (one.pace ? one.viewers : 0))));
    const others = seen.filter((one) => {
      const before = this.measured.get(one.channel);
      const now = one.pace && heatOf({ viewers: roundedViewers(one.viewers), viewersMax, ...one.pace });
      const heat = now && steadyHeat(before?.heat, now);
      const stills = pictures.get(one.channel) ?? [];
      this.measured.set(one.channel, { viewers: one.viewers, heat, stills });
      const isAnother = stills.map(({ id }) => id).join() !== (before?.stills ?? []).map(({ id }) => id).join();
      return isAnother || heat !== before?.heat || roundedViewers(one.viewers) !== roundedViewers(before?.viewers ?? 0);
    });
    await this.renew(others.map(({ channel }) => channel));
    // Where nobody watches there is no peak to note: a night without viewers costs no statement.
    await this.tiles.notePeaks(seen.filter((one) => one.pace && one.viewers > 0));
  }
}
