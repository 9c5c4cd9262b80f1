import { Injectable } from '@nestjs/common';
import { Redis } from '../../../platform/redis/index.js';
import type { Readings } from './readings.rules.js';

const readings = 'readings';
/** Long after any session: what is older was left behind. */
const forgottenAfterS = 24 * 3_600;

/**
 * The last readings of each link, in one Redis hash. Losing them costs one hysteresis: a link that
 * fails is called down six seconds later than it would have been. The verdicts are in Postgres.
 */
@Injectable()
export class ReadingsStore {
  constructor(private readonly redis: Redis) {}

  /** What is remembered of these links. Throws while Redis is away. */
  async of(links: readonly string[]): Promise<Map<string, Readings>> {
    if (links.length === 0) return new Map();
    const kept = await this.redis.client.hmGet(readings, [...links]);
    return new Map(links.flatMap((link, at) => (kept[at] ? [[link, JSON.parse(kept[at]) as Readings] as const] : [])));
  }

  async keep(link: string, news: Readings): Promise<void> {
    await this.redis.client.hSet(readings, link, JSON.stringify(news));
  }

  /** Drops what is remembered of links that nobody reads any more. */
  async forgetAllBut(links: ReadonlySet<string>): Promise<void> {
    await this.redis.client.expire(readings, forgottenAfterS);
    const gone = (await this.redis.client.hKeys(readings)).filter((link) => !links.has(link));
    if (gone.length > 0) await this.redis.client.hDel(readings, gone);
  }
}
