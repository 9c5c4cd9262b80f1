import { readFileSync } from 'node:fs';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { type Burst, fewestPairs, rememberedMs, sameSlots } from '@yunhui/screening';
import { z } from 'zod';
import { CONFIG, type Config } from '../../../config.js';
import { Redis, type RedisClient } from '../../../platform/redis/index.js';
import type { Overheard } from './talk-memory.js';

const script = readFileSync(new URL('../../../../lua/burst.lua', import.meta.url), 'utf8');
const channel = 'talk:{all}';
const gatherMs = 100;
const mostTogether = 2_000;
/** A message waits no longer than this for the name of its burst. */
const patienceMs = 200;

const Print = z.object({ whole: z.number(), smallest: z.array(z.number()), size: z.number() });
const Told = z.object({ node: z.string(), said: z.array(z.object({ topic: z.string(), by: z.string(), at: z.number(), print: Print })) });

/**
 * What nodes tell each other of what is said: prints and who said them, never words, gathered for a tenth of a second. Losing
 * it, or Redis, makes each node count for itself, as one that is alone does anyway.
 */
@Injectable()
export class TalkStore implements OnModuleInit {
  private readonly logger = new Logger(TalkStore.name);
  private readonly node = crypto.randomUUID();
  private readonly listeners = new Set<(said: Overheard) => void>();
  private waiting: Overheard[] = [];
  private subscriber?: RedisClient;

  constructor(
    private readonly redis: Redis,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onModuleInit(): Promise<void> {
    if (this.config.embedded) return;
    this.subscriber = await this.redis.duplicate();
    this.subscriber.sSubscribe(channel, (text) => this.take(text)).catch((error: unknown) => this.failed(error));
  }

  onHeard(listener: (said: Overheard) => void): void {
    this.listeners.add(listener);
  }

  /** Tells the other nodes, with what else is said in the next moment. */
  tell(said: Overheard): void {
    if (this.config.embedded || this.waiting.length >= mostTogether) return;
    this.waiting.push(said);
    if (this.waiting.length === 1) setTimeout(() => this.flush(), gatherMs).unref();
  }

  /** The name that all nodes have for a burst; this node's own while nobody can be asked. */
  async nameOf(topic: string, { id, print }: Burst): Promise<string> {
    if (this.config.embedded || !this.redis.healthy) return id;
    const { whole, size, smallest } = print;
    const args = [id, rememberedMs, fewestPairs, sameSlots, whole, size, ...smallest].map(String);
    const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patienceMs).unref());
    const asked = this.redis.client
      .eval(script, { keys: [`bursts:{${topic}}`], arguments: args })
      .catch((error: unknown) => this.failed(error));
    const name = await Promise.race([asked, late]);
    return typeof name === 'string' ? name : id;
  }

  private flush(): void {
    const said = this.waiting;
    this.waiting = [];
    if (!this.redis.healthy) return;
    this.redis.client.sPublish(channel, JSON.stringify({ node: this.node, said })).catch(() => undefined);
  }

  private take(text: string): void {
    const told = Told.safeParse(JSON.parse(text));
    if (!told.success || told.data.node === this.node) return;
    for (const said of told.data.said) for (const listener of this.listeners) listener(said);
  }

  private failed(error: unknown): undefined {
    this.logger.warn(`what others hear is not known here: ${String(error)}`);
    return undefined;
  }
}
