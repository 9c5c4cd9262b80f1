import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type StateChange, TopicStates } from '../../platform/realtime/index.js';
import { Redis } from '../../platform/redis/index.js';
import { CampaignsService } from '../campaigns/index.js';
import { type KeptTile, LobbyRepository } from './lobby.repository.js';

/**
 * Carries tiles to the topics that show them: the lobby of their campaign and of every campaign
 * around it (key: the channel's slug), and the channel's room (key: `channel`). Losing them costs
 * nothing: the tiles' rows are the truth, and every process can build a lost state again from them.
 */
@Injectable()
export class TileTopics implements OnModuleInit {
  constructor(
    private readonly states: TopicStates,
    private readonly tiles: LobbyRepository,
    private readonly campaigns: CampaignsService,
    private readonly redis: Redis,
  ) {}

  onModuleInit(): void {
    this.states.rebuiltBy('lobby', async (topic) =>
      (await this.tiles.ofCampaigns(await this.campaigns.within(nameIn(topic)))).map(keyedByChannel),
    );
    this.states.rebuiltBy('room', async (topic) => (await this.tiles.ofChannels([nameIn(topic)])).map(keyedAsChannel));
  }

  /** Safe to call again: a topic keeps the highest version it has seen. */
  async put(tiles: readonly KeptTile[]): Promise<void> {
    const lobbies = new Map<string, StateChange[]>();
    for (const tile of tiles) {
      for (const campaign of await this.campaigns.around(tile.campaign))
        lobbies.set(campaign, [...(lobbies.get(campaign) ?? []), keyedByChannel(tile)]);
    }
    await Promise.all([
      ...[...lobbies].map(([campaign, changes]) => this.states.put(`lobby:${campaign}`, changes)),
      ...tiles.map((tile) => this.states.put(`room:${tile.channel}`, [keyedAsChannel(tile)])),
    ]);
  }

  /** Hears when Redis is back after it was away, and may have missed what was put. Returns how to stop. */
  onRecovered(listener: () => void): () => void {
    return this.redis.onRecovered(listener);
  }

  /** Puts every tile, for whatever was lost between a commit and Redis. */
  async putAll(): Promise<void> {
    await this.put(await this.tiles.ofChannels());
  }
}

const keyedByChannel = ({ channel, version, tile }: KeptTile): StateChange => ({ key: channel, version, value: tile });
const keyedAsChannel = ({ version, tile }: KeptTile): StateChange => ({ key: 'channel', version, value: tile });

function nameIn(topic: string): string {
  return topic.slice(topic.indexOf(':') + 1);
}
