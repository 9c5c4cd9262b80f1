import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Revocations } from '../auth/index.js';
import { Redis } from '../redis/index.js';
import { Bus, type BusNews } from './bus.js';
import { EngineFigures } from './engine-figures.js';
import { engine } from './engine-settings.js';
import { Gate } from './gate.js';
import { LogRepository } from './log.repository.js';
import { ModeHead } from './mode-head.js';
import { TopicStates, asState } from './topic-states.js';
import { WarmTopic } from './warm-topic.js';

type Held = { topic: WarmTopic; stopListening: () => void };
export type NewsListener = (topic: WarmTopic) => void;
export type SettledListener = (settled: NonNullable<BusNews['settled']>) => void;

/**
 * E5: the topics this node holds in memory: cold → filling → warm → lingering → cold. Whoever reads a
 * topic, by socket or by HTTP, reads it here. Nothing kept here is more than a copy.
 */
@Injectable()
export class WarmTopics implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(WarmTopics.name);
  private readonly held = new Map<string, Held>();
  private readonly filling = new Map<string, Promise<WarmTopic | undefined>>();
  private readonly readers = new Gate(engine.heal.atOnce);
  /** Apart from the readers: a rush of strangers at the door must not stand before the heals. */
  private readonly openers = new Gate(engine.heal.atOnce);
  private readonly newsListeners = new Set<NewsListener>();
  private readonly settledListeners = new Set<SettledListener>();
  private readonly warmListeners = new Set<(topic: WarmTopic) => Promise<void>>();
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly log: LogRepository,
    private readonly bus: Bus,
    private readonly states: TopicStates,
    private readonly redis: Redis,
    private readonly revocations: Revocations,
    private readonly modes: ModeHead,
    figures: EngineFigures,
  ) {
    figures.gauge('hub_warm_topics', 'Topics held in memory', () => this.held.size);
    figures.gauge('hub_ring_bytes', 'Bytes of all rings', () => this.ringBytes);
  }

  onModuleInit(): void {
    this.timers = [
      setInterval(() => void this.compareHeads(), engine.heal.everyMs),
      setInterval(() => void this.compareStates(), engine.state.checkMs),
    ];
    this.redis.onRecovered(() => void this.compareStates());
    this.bus.onBack(() => void this.compareStates());
  }

  onModuleDestroy(): void {
    for (const timer of this.timers) clearInterval(timer);
    for (const { topic, stopListening } of this.held.values()) {
      topic.close();
      stopListening();
    }
    this.held.clear();
  }

  onNews(listener: NewsListener): void {
    this.newsListeners.add(listener);
  }

  /** Has `prepare` awaited before anybody reads a topic that was cold. When it fails the topic is read all the same. */
  onWarm(prepare: (topic: WarmTopic) => Promise<void>): void {
    this.warmListeners.add(prepare);
  }

  onSettled(listener: SettledListener): void {
    this.settledListeners.add(listener);
  }

  /** Whether it is in memory, where reading it costs nothing. */
  isHeld(name: string): boolean {
    return this.held.has(name);
  }

  /** All that are in memory. */
  *all(): Iterable<WarmTopic> {
    for (const { topic } of this.held.values()) yield topic;
  }

  /** The topic, held warm from now on; undefined when there is none of this name. It cools 60 s after its last use. */
  async use(name: string): Promise<WarmTopic | undefined> {
    const held = this.held.get(name);
    if (held) {
      held.topic.lastUsedAt = Date.now();
      return held.topic;
    }
    let filling = this.filling.get(name);
    if (!filling) {
      filling = this.fill(name).finally(() => this.filling.delete(name));
      this.filling.set(name, filling);
    }
    return filling;
  }

  /** What this node itself has just committed. */
  tell(name: string, log: NonNullable<BusNews['log']>): void {
    this.held.get(name)?.topic.hear({ log });
  }

  hearSettled(settled: NonNullable<BusNews['settled']>): void {
    for (const listener of this.settledListeners) listener(settled);
  }

  /** Subscribes first and reads afterwards, so that nothing falls between; what arrives meanwhile is taken then. */
  private async fill(name: string): Promise<WarmTopic | undefined> {
    const early: BusNews[] = [];
    let hear = (news: BusNews): void => void early.push(news);
    const stopListening = await this.bus.listen(name, (news) => hear(news));
    const opened = await this.openers
      .pass(() => this.log.open(name, engine.ring.fill))
      .catch((error: unknown) => {
        stopListening();
        throw error;
      });
    if (!opened) {
      stopListening();
      return undefined;
    }
    const topic = new WarmTopic(
      name,
      opened,
      this.readerOf(name),
      (changed) => this.announce(changed),
      (behind) => void this.readState(behind),
    );
    await this.readState(topic);
    await Promise.allSettled([...this.warmListeners].map((prepare) => prepare(topic)));
    hear = (news) => {
      if (news.settled) this.hearSettled(news.settled);
      topic.hear(news);
    };
    for (const news of early) hear(news);
    this.held.set(name, { topic, stopListening });
    this.makeRoom();
    return topic;
  }

  private readerOf(name: string) {
    return {
      open: () => this.readers.pass(() => this.log.open(name, engine.ring.fill)),
      after: (seq: number) => this.readers.pass(() => this.log.after(name, seq, engine.heal.page)),
      endEpoch: (epoch: string, seen: number) => this.log.endEpoch(name, epoch, seen),
    };
  }

  private announce(topic: WarmTopic): void {
    for (const listener of this.newsListeners) listener(topic);
  }

  private async compareHeads(): Promise<void> {
    this.cool();
    try {
      await this.lookAtHeads();
    } catch (error) {
      this.logger.warn(`heads not compared: ${String(error)}`);
    }
  }

  /**
   * One statement for all; whatever is behind is healed, and an epoch that Postgres has gone back in is ended
   * (E13). A lost bus message ends here at the latest.
   */
  async lookAtHeads(): Promise<void> {
    const { heads, newestRevocation, modes } = await this.log.compare([...this.held.keys()]);
    await Promise.all([this.revocations.heard(newestRevocation), this.modes.heard(modes)]);
    await Promise.all([...heads].map(async ([name, head]) => this.held.get(name)?.topic.compare(head)));
  }

  private async compareStates(): Promise<void> {
    await Promise.all([...this.held.values()].map(({ topic }) => this.compareState(topic).catch(() => undefined)));
  }

  private async compareState(topic: WarmTopic): Promise<void> {
    const rev = await this.states.revOf(topic.name);
    if (rev === undefined || rev !== topic.rev) await this.readState(topic);
  }

  /** From Redis; when the hash is gone it is built again; when Redis is away the owners' rows must do, under revision 0. */
  private async readState(topic: WarmTopic): Promise<void> {
    try {
      let kept = await this.states.read(topic.name);
      if (!kept || kept.rev < topic.rev) {
        await this.states.rebuild(topic.name, topic.rev);
        kept = await this.states.read(topic.name);
      }
      if (kept) topic.catchUp(kept.rev, kept.values);
    } catch {
      if (topic.state.size > 0) return;
      const changes = await this.states.fromOwners(topic.name).catch(() => []);
      topic.takeState(0, asState(changes.map(({ key, value }) => [key, { rev: 0, value }] as const)));
    }
  }

  /** Lingering ends: nobody has used the topic for a minute. */
  private cool(): void {
    const before = Date.now() - engine.ring.lingerMs;
    for (const [name, { topic }] of this.held) if (topic.users === 0 && topic.lastUsedAt < before) this.drop(name);
  }

  /** All rings together stay within their bytes; the least recently used goes first, and costs one read when it is wanted again. */
  private makeRoom(): void {
    let bytes = this.ringBytes;
    if (bytes <= engine.ring.allBytes) return;
    const idle = [...this.held.values()].filter(({ topic }) => topic.users === 0).sort((a, b) => a.topic.lastUsedAt - b.topic.lastUsedAt);
    for (const { topic } of idle) {
      if (bytes <= engine.ring.allBytes) return;
      bytes -= topic.ring.bytes;
      this.drop(topic.name);
    }
  }

  private get ringBytes(): number {
    let bytes = 0;
    for (const { topic } of this.held.values()) bytes += topic.ring.bytes;
    return bytes;
  }

  private drop(name: string): void {
    const held = this.held.get(name);
    this.held.delete(name);
    held?.topic.close();
    held?.stopListening();
  }
}
