import { Inject, Injectable } from '@nestjs/common';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { CONFIG, type Config } from '../../config.js';
import { isUnknownDevice, type Viewer } from '../auth/index.js';
import { HubError } from '../hub-error.js';
import { Redis } from '../redis/index.js';
import { Ceilings } from './ceilings.js';
import { type LimitKind, type LimitName, limitKinds } from './limit-kinds.js';

type Counters = { memory: RateLimiterMemory; shared?: RateLimiterRedis };
type Who = Pick<Viewer, 'device' | 'address'>;

/**
 * The one guard against too much, for HTTP and sockets alike. While Redis is away each node counts
 * for itself: a limit that is a little generous is better than a hub that says no to everybody.
 */
@Injectable()
export class Limits {
  /** Of each limit, by the turns it allows: those of listed addresses are counted apart. */
  private readonly counters = new Map<string, Counters>();
  private readonly off: boolean;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly redis: Redis,
    private readonly ceilings: Ceilings,
  ) {
    this.off = config.RATE_LIMITS === 'off';
  }

  /**
   * Takes one turn, or throws `limit.reached` with the wait. `key` is what kinds that count neither
   * devices nor addresses count. A device known only by its address is not counted as a device.
   */
  async consume(name: LimitName, who: Who, key = ''): Promise<void> {
    const { per, points, raised }: LimitKind = limitKinds[name];
    if (this.off || (per === 'device' && isUnknownDevice(who))) return;
    const allowed = raised ? Math.max(points, this.ceilings.of(who.address)[raised]) : points;
    try {
      await this.counterOf(name, allowed).consume(per === 'key' ? key : who[per]);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw reached(refused);
    }
  }

  /** Takes no turn, and throws like `consume` when there is none left: for what counts only if it goes wrong. */
  async refuseSpent(name: LimitName, { address }: Who): Promise<void> {
    if (this.off) return;
    const spent = await this.counterOf(name).get(address);
    if (spent && spent.remainingPoints <= 0) throw reached(spent);
  }

  /** Forgets what was counted: a right password ends the row of wrong ones. */
  async forgive(name: LimitName, key: string): Promise<void> {
    if (!this.off) await this.counterOf(name).delete(key);
  }

  private counterOf(name: LimitName, points: number = limitKinds[name].points): RateLimiterAbstract {
    const key = `${name} ${points}`;
    const counters = this.counters.get(key) ?? this.countersOf(name, { ...limitKinds[name], points });
    this.counters.set(key, counters);
    return counters.shared && this.redis.healthy ? counters.shared : counters.memory;
  }

  private countersOf(name: LimitName, { points, seconds, shared }: LimitKind): Counters {
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

const reached = ({ msBeforeNext }: RateLimiterRes): HubError => new HubError('limit.reached', { retryAfterMs: msBeforeNext });
