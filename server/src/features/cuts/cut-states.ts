import { Injectable, type OnModuleInit } from '@nestjs/common';
import { cutStateKey } from '@yunhui/contracts';
import { type StateChange, TopicStates } from '../../platform/realtime/index.js';
import { channelCut, CutBook } from '../streams/index.js';
import { CutPlaces } from './cut-places.js';
import type { CutPlace } from './cuts.rules.js';

/**
 * Says in a room's state what of its channel is cut off, for pages without a socket. Losing it costs nothing: it is made
 * again from what every node remembers.
 */
@Injectable()
export class CutStates implements OnModuleInit {
  constructor(
    private readonly states: TopicStates,
    private readonly book: CutBook,
    private readonly places: CutPlaces,
  ) {}

  onModuleInit(): void {
    this.states.rebuiltBy('room', async (topic) => {
      const place = await this.places.of(topic.slice(topic.indexOf(':') + 1));
      const change = place && this.changeOf(place);
      return change?.value ? [change] : [];
    });
  }

  /** Of these channels, as the book has it now. */
  async put(places: readonly CutPlace[]): Promise<void> {
    await Promise.all(places.map((place) => this.states.put(`room:${place.slug}`, [this.changeOf(place)])));
  }

  /** Its version is the newest act's: whatever holds of a channel, an act has made it so. */
  private changeOf({ slug, path, sessions, links }: CutPlace): StateChange {
    const known = this.book.known();
    const version = Math.max(1, ...[...known.values()].map(({ number }) => number));
    const of = { slug, path, sessions: sessions.map(({ id }) => id), links: links.map(({ id }) => id) };
    return { key: cutStateKey, version, value: channelCut(known, of) ?? null };
  }
}
