import { Injectable } from '@nestjs/common';
import type { SendMessage } from '@yunhui/contracts';
import { Redis } from '../../platform/redis/index.js';

/** Speaking turns in Redis. Losing them only forgives a slow-mode wait, so without Redis everybody has their turn. */
@Injectable()
export class TopicsStore {
  constructor(private readonly redis: Redis) {}

  /**
   * Takes the speaker's turn, and says how long they must wait: 0 means the turn is theirs.
   * Two tabs that send at once cannot both have it; the retry of a message still has its own.
   */
  async takeTurn({ id, topic }: Pick<SendMessage, 'id' | 'topic'>, userId: string, slowModeMs: number): Promise<number> {
    if (slowModeMs === 0 || !this.redis.healthy) return 0;
    const key = `turn:{${topic}}:${userId}`;
    try {
      const holder = await this.redis.client.set(key, id, { expiration: { type: 'PX', value: slowModeMs }, condition: 'NX', GET: true });
      return holder === null || holder === id ? 0 : Math.max(1, await this.redis.client.pTTL(key));
    } catch {
      return 0;
    }
  }
}
