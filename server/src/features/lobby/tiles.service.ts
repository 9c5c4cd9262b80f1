import { Injectable } from '@nestjs/common';
import type { LobbyChannel } from '@yunhui/contracts';
import { nextClockChange, type OnAir, onAirOf } from '@yunhui/domain';
import { Clock } from '../../platform/clock.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { type ChannelCard, ChannelsService } from '../channels/index.js';
import { type PlannedSession, ScheduleService } from '../schedule/index.js';
import { StillsService } from '../stills/index.js';
import { noLinks, StreamsService } from '../streams/index.js';
import { type KeptTile, LobbyRepository } from './lobby.repository.js';
import { type Measured, tileOf, unmeasured } from './lobby.rules.js';
import { changedTiles } from './tile-versions.js';

/** A channel as it is at one moment, and when the clock alone will next change that. */
type Renewed = { made: Omit<KeptTile, 'version'>; nextChangeAt: number; live?: string };
type MakeTile = (card: ChannelCard, onAir: OnAir<PlannedSession>) => LobbyChannel;
/** `live`: of these channels, those that are live now. */
export type Renewal = { changed: KeptTile[]; nextChangeAt: ReadonlyMap<string, number>; live: ReadonlySet<string> };

/** Makes the tiles from what channels, schedule and streams know. */
@Injectable()
export class TilesService {
  constructor(
    private readonly database: Database,
    private readonly tiles: LobbyRepository,
    private readonly channels: ChannelsService,
    private readonly schedule: ScheduleService,
    private readonly streams: StreamsService,
    private readonly stills: StillsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Renews the tiles of these channels, and says which have changed. Everything is read,
   * judged and written in one turn, so that of two processes the later one has seen more.
   */
  async renew(channels: readonly string[], measured: ReadonlyMap<string, Measured>): Promise<Renewal> {
    return this.database.transaction(async (tx) => {
      await this.tiles.takeTurn(tx);
      const now = this.clock.now();
      const kept = await this.tiles.ofChannels(channels, tx);
      const shown = new Map(kept.map(({ channel, tile }) => [channel, tile]));
      const renewed = await this.look(tx, channels, now, (card, onAir) =>
        tileOf(card, onAir, this.seen(measured.get(card.slug)), shown.get(card.slug)),
      );
      const changed = changedTiles(
        kept,
        renewed.map(({ made }) => made),
      );
      await this.tiles.write(tx, changed);
      await this.schedule.noteLive(
        tx,
        renewed.flatMap(({ live }) => live ?? []),
        now,
      );
      return {
        changed,
        nextChangeAt: new Map(renewed.map(({ made, nextChangeAt }) => [made.channel, nextChangeAt])),
        live: new Set(renewed.flatMap(({ made }) => (made.tile.state === 'live' ? made.channel : []))),
      };
    });
  }

  /** Notes for the sessions that are live on these channels how many watch them. */
  async notePeaks(watching: readonly { channel: string; viewers: number }[]): Promise<void> {
    await this.schedule.notePeaks(watching, this.clock.now());
  }

  /** What was measured a moment ago may have been cut off since. */
  private seen({ stills = [], ...counted }: Measured = unmeasured): Measured {
    return { ...counted, stills: stills.filter((still) => !this.stills.isCut(still)) };
  }

  private async look(tx: Transaction, slugs: readonly string[], now: number, make: MakeTile): Promise<Renewed[]> {
    const cards = await this.channels.cards(slugs, tx);
    const near = await this.schedule.nearest(
      cards.filter(({ roundTheClock }) => !roundTheClock).map(({ slug }) => slug),
      now,
      tx,
    );
    const own = await this.streams.factsOf(
      { sessions: [], channels: cards.filter(({ roundTheClock }) => roundTheClock).map(({ slug }) => slug) },
      now,
      tx,
    );
    return cards.map((card: ChannelCard) => {
      const sessions = near.get(card.slug) ?? [];
      const { health } = own.get(card.slug) ?? noLinks;
      const onAir = onAirOf({ roundTheClock: card.roundTheClock, health, blocked: card.blocked, sessions }, now);
      return {
        made: { channel: card.slug, campaign: card.campaign, tile: make(card, onAir) },
        nextChangeAt: nextClockChange(sessions, now),
        live: onAir.state === 'live' && !onAir.session?.wentLive ? onAir.session?.id : undefined,
      };
    });
  }
}
