import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { SettledMessage, TopicState } from '@yunhui/contracts';
import { CONFIG, type Config } from '../../config.js';
import { onConnections, Redis, type RedisClient } from '../redis/index.js';
import { engine } from './engine-settings.js';
import type { LogRange } from './log.types.js';

/** What nodes tell each other about a topic: numbers that were committed, state that changed, a verdict for one author; and of all, a revocation. */
export type BusNews = {
  log?: { epoch: string; modeVersion?: number; ranges: LogRange[] };
  /** `after`: the revision before. A node that stands lower has missed one. */
  state?: { after: number; rev: number; state: TopicState };
  settled?: { author: string; message: SettledMessage };
  /** The newest number of the revocations: what holds for some person is another now. */
  revoked?: number;
  /** The number of all shields and duties. */
  modes?: number;
  /** The name of something that every node keeps for itself and should look at now. */
  look?: string;
};
/** The channel of what concerns no topic. */
export const everywhere = 'everywhere';
type Gathering = { epoch: string; modeVersion?: number; ranges: LogRange[]; timer: NodeJS.Timeout };

/**
 * E4: the sharded channel `t:{<topic>}:bus`. At most once, no retry: a loss costs the others a delay of at
 * most 2.5 s, for everything said here is also in Postgres or in the state's hash.
 */
@Injectable()
export class Bus implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(Bus.name);
  private readonly gathering = new Map<string, Gathering>();
  private readonly backListeners = new Set<() => void>();
  private subscriber?: RedisClient;

  constructor(
    private readonly redis: Redis,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onModuleInit(): Promise<void> {
    this.subscriber = await this.redis.duplicate();
    onConnections(this.subscriber, 'ready', () => {
      for (const listener of this.backListeners) listener();
    });
  }

  /** Hears each time the subscriptions are back after a cut: what was said meanwhile is lost here. */
  onBack(listener: () => void): void {
    this.backListeners.add(listener);
  }

  onModuleDestroy(): void {
    for (const { timer } of this.gathering.values()) clearTimeout(timer);
    this.gathering.clear();
  }

  /** Hears a topic's news from now on; resolves when Redis has confirmed, so that whatever is read afterwards has no hole before it. */
  async listen(topic: string, hear: (news: BusNews) => void): Promise<() => void> {
    const listener = (text: string) => {
      const news = parseNews(text);
      if (news) hear(news);
    };
    const subscribed = this.subscriber?.sSubscribe(channelOf(topic), listener);
    subscribed?.catch((error: unknown) => this.logger.warn(`subscribing failed: ${String(error)}`));
    // A Redis that is away must not keep a room shut: the two-second look at Postgres stands in (E5).
    await Promise.race([subscribed?.catch(() => undefined), pause(500)]);
    return () => void this.subscriber?.sUnsubscribe(channelOf(topic), listener).catch(() => undefined);
  }

  /** The first range leaves at once, what follows within 100 ms leaves together. */
  tellLog(topic: string, epoch: string, modeVersion: number | undefined, range: LogRange): void {
    const waiting = this.gathering.get(topic);
    if (waiting && waiting.epoch === epoch) {
      waiting.ranges.push(range);
      waiting.modeVersion = modeVersion ?? waiting.modeVersion;
      return;
    }
    this.publish(topic, { log: { epoch, modeVersion, ranges: [range] } });
    if (waiting) return;
    const timer = setTimeout(() => this.flush(topic), engine.bus.gatherMs);
    this.gathering.set(topic, { epoch, ranges: [], timer });
  }

  tellSettled(topic: string, author: string, message: SettledMessage): void {
    this.publish(topic, { settled: { author, message } });
  }

  tellRevoked(number: number): void {
    this.publish(everywhere, { revoked: number });
  }

  tellModes(version: number): void {
    this.publish(everywhere, { modes: version });
  }

  tellLook(name: string): void {
    this.publish(everywhere, { look: name });
  }

  private flush(topic: string): void {
    const { epoch, modeVersion, ranges } = this.gathering.get(topic) as Gathering;
    this.gathering.delete(topic);
    if (ranges.length > 0) this.publish(topic, { log: { epoch, modeVersion, ranges } });
  }

  /**
   * An embedded hub is the only node there is, and tells itself without Redis. A shard that is away refuses
   * at once, and the topics of the others are told as ever.
   */
  private publish(topic: string, news: BusNews): void {
    if (this.config.embedded) return;
    this.redis.client.sPublish(channelOf(topic), JSON.stringify(news)).catch(() => undefined);
  }
}

/** The hash tag keeps all of a topic's keys on one shard (E15). */
export function channelOf(topic: string): string {
  return `t:{${topic}}:bus`;
}

function parseNews(text: string): BusNews | undefined {
  try {
    return JSON.parse(text) as BusNews;
  } catch {
    return undefined;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
