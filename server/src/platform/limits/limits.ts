import { Inject, Injectable } from '@nestjs/common';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { CONFIG, type Config } from '../../config.js';
import { isUnknownDevice, type Viewer } from '../auth/index.js';
import { HubError } from '../hub-error.js';
import { Redis } from '../redis/index.js';
import { type LimitKind, type LimitName, limitKinds } from './limit-kinds.js';

type Counters = { memory: RateLimiterMemory; shared?: RateLimiterRedis };
type Who = Pick<Viewer, 'device' | 'address'>;

/**
 * The one guard against too much, for HTTP and sockets alike. While Redis is away each node counts
 * for itself: a limit that is a little generous is better than a hub that says no to everybody.
 */
@Injectable()
export class Limits {
  private readonly counters: Record<LimitName, Counters>;
  private readonly off: boolean;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly redis: Redis,
  ) {
    this.off = config.RATE_LIMITS === 'off';
    const named = Object.entries(limitKinds).map(([name, kind]) => [name, this.countersOf(name, kind)]);
    this.counters = Object.fromEntries(named) as Record<LimitName, Counters>;
  }

  /**
   * Takes one turn, or throws `limit.reached` with the wait. `key` is what kinds that count neither
   * devices nor addresses count. A device known only by its address is not counted as a device.
   */
  async consume(name: LimitName, who: Who, key = ''): Promise<void> {
    const { per }: LimitKind = limitKinds[name];
    if (this.off || (per === 'device' && isUnknownDevice(who))) return;
    try {
      await this.counterOf(name).consume(per === 'key' ? key : who[per]);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new HubError('limit.reached', { retryAfterMs: refused.msBeforeNext });
    }
  }

  /** Forgets what was counted: a right password ends the row of wrong ones. */
  async forgive(name: LimitName, key: string): Promise<void> {
    if (!this.off) await this.counterOf(name).delete(key);
  }

  private counterOf(name: LimitName): RateLimiterAbstract {
    const { memory, shared } = this.counters[name];
    return shared && this.redis.healthy ? shared : memory;
  }

  private countersOf(name: string, { points, seconds, shared }: LimitKind): Counters {
    const memory = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
    if (!shared) return { memory };
    const storeClient = this.redis.client;
    return {
      memory,
      shared: new RateLimiterRedis({
        storeClient,
        useRedisPackage: true,
        keyPrefix: `limit:${name}`,
        points,
        duration: seconds,
        insuranceLimiter: memory,
      }),
    };
  }
}
