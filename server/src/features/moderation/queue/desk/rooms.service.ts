import { Injectable } from '@nestjs/common';
import type { QueueRoom, QueueRooms } from '@yunhui/contracts';
import type { Viewer } from '../../../../platform/auth/index.js';
import { Viewers } from '../../../../platform/realtime/index.js';
import { ChannelsService } from '../../../channels/index.js';
import { RegionsService } from '../../../regions/index.js';
import { Scopes } from '../../scopes.js';
import { TopicScopes } from '../../screening/topic-scopes.js';
import { type Place, instant } from '../queue-item.rules.js';
import { QueueItems } from '../queue-items.js';
import { scoreOf } from '../queue.rules.js';
import { type RoomRow, RoomsRepository } from './rooms.repository.js';

const most = 200;

/** The rooms of a scope, as its moderators' list shows them. */
@Injectable()
export class RoomsService {
  constructor(
    private readonly rooms: RoomsRepository,
    private readonly scopes: Scopes,
    private readonly topics: TopicScopes,
    private readonly items: QueueItems,
    private readonly channels: ChannelsService,
    private readonly regions: RegionsService,
    private readonly viewers: Viewers,
  ) {}

  /** Those in which something waits, most urgent first, and then those that are watched. */
  async list(viewer: Viewer, scope: string | undefined): Promise<QueueRooms> {
    const within = this.scopes.within(viewer, scope);
    const waiting = new Map((await this.rooms.waiting(within)).map((row) => [row.topic, row]));
    const names = [...new Set([...waiting.keys(), ...(await this.roomsOf(viewer, scope))])].slice(0, most);
    const places = await this.items.placesOf(names);
    const items = await Promise.all(names.map((topic) => this.roomOf(topic, places.get(topic) ?? {}, waiting.get(topic))));
    items.sort((a, b) => b.risk - a.risk || b.viewers - a.viewers);
    return { items, at: new Date().toISOString() };
  }

  private async roomsOf(viewer: Viewer, scope: string | undefined): Promise<string[]> {
    const cards = await this.channels.cards(await this.channels.slugs());
    return cards.filter(({ region }) => this.scopes.covers(viewer, scope, region.key)).map(({ topic }) => topic);
  }

  private async roomOf(topic: string, place: Place, row: RoomRow | undefined): Promise<QueueRoom> {
    const [viewers, { region }] = await Promise.all([this.viewers.count(topic), this.topics.of(topic)]);
    return {
      topic,
      ...place,
      ...(region !== undefined && { region: this.regions.cardOf(region) }),
      held: row?.held ?? 0,
      high: row?.high ?? 0,
      ...(row && { oldestAt: instant(row.oldest_ms) }),
      viewers,
      risk: row ? row.urgency + scoreOf({ level: 0, viewers, ageMs: 0 }).viewers : 0,
    };
  }
}
