import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Facts } from '../../platform/facts/index.js';
import { PlaylistReader } from './playlist-reader.js';
import { type LinkRow, StreamsRepository } from './streams.repository.js';
import { addLook, healthAfter, type Readings, sessionEnd } from './streams.rules.js';
import { StreamsStore } from './streams.store.js';

const readAtOnce = 16;

/** Reads live playlists, and says so when what they tell of a stream has changed. */
@Injectable()
export class StreamReadingsService {
  private readonly logger = new Logger(StreamReadingsService.name);
  private readonly underWay = new Set<string>();

  constructor(
    private readonly streams: StreamsRepository,
    private readonly store: StreamsStore,
    private readonly playlists: PlaylistReader,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  /** One pass over every live playlist that is to be read now. A link that fails never stops the pass. */
  async readDue(): Promise<void> {
    const links = await this.streams.toRead(this.clock.date());
    const before = await this.store.of(links.map(({ id }) => id));
    const waiting = links.filter(({ id }) => !this.underWay.has(id)).values();
    const readInTurn = async (): Promise<void> => {
      for (const link of waiting) await this.read(link, before.get(link.id));
    };
    await Promise.all(Array.from({ length: readAtOnce }, readInTurn));
    await this.store.forgetAllBut(new Set(links.map(({ id }) => id)));
  }

  private async read(link: LinkRow, before: Readings | undefined): Promise<void> {
    this.underWay.add(link.id);
    try {
      const look = await this.playlists.look(link.url);
      const after = addLook(before, look);
      await this.store.keep(link.id, after.readings);
      const health = healthAfter(link.health, after, { at: look.at, end: sessionEnd(link.readUntil) });
      if (health !== link.health)
        await this.streams.changeHealth(link, health, new Date(look.at), (tx, version) =>
          this.facts.record(tx, { name: 'stream.health-changed', key: link.id, version }),
        );
    } catch (error) {
      this.logger.warn({ err: error, link: link.id }, 'a reading was lost');
    } finally {
      this.underWay.delete(link.id);
    }
  }
}
