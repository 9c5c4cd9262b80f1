import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { CutTarget } from '@yunhui/contracts';
import { type CutAct, fieldOf, inForce, isOn, newerActs, stopsChannel } from './cut.rules.js';
import { CutsRepository } from './cuts.repository.js';
import { CutsStore } from './cuts.store.js';

/** Whoever was not told on the bus finds it within this. */
const lookEachMs = 1_000;
/** Postgres is asked as often while Redis is away; else only for what Redis may have lost. */
const askPostgresEach = 10;

type Heard = (acts: readonly CutAct[]) => void;

/**
 * Everything that is cut off, in the memory of each node: whoever says what plays asks here, and it holds with Redis
 * or Postgres alone. News comes from the acts of this node, from the bus, and from a look each second.
 */
@Injectable()
export class CutBook implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(CutBook.name);
  private readonly acts = new Map<string, CutAct>();
  private readonly listeners = new Set<Heard>();
  private timer?: NodeJS.Timeout;
  private looks = 0;
  private inRedis?: Promise<void>;
  private inPostgres?: Promise<void>;

  constructor(
    private readonly store: CutsStore,
    private readonly rows: CutsRepository,
  ) {}

  async onModuleInit(): Promise<void> {
    this.take(await this.rows.lastSince(0));
    this.take(await this.store.all().catch(() => []));
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(), lookEachMs);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Hears of each act that is news here, whoever did it. */
  onNews(listener: Heard): void {
    this.listeners.add(listener);
  }

  /** What holds, the latest first. */
  inForce(): CutAct[] {
    return inForce(this.acts);
  }

  known(): ReadonlyMap<string, CutAct> {
    return this.acts;
  }

  /** `path`: the channel's region and all above it. */
  stopsChannel(slug: string, path: readonly string[]): boolean {
    return stopsChannel(this.acts, slug, path);
  }

  isCut(target: CutTarget, id: string): boolean {
    return isOn(this.acts, target, id);
  }

  /** Acts that somebody tells of: what is newer counts, and is told on. */
  take(heard: readonly CutAct[]): void {
    const news = newerActs(this.acts, heard);
    for (const act of news) this.acts.set(fieldOf(act), act);
    if (news.length > 0) for (const listener of this.listeners) listener(news);
  }

  /** Looks now, in both stores: for who was told that there is news, and must not act without it. */
  async lookNow(): Promise<void> {
    await Promise.allSettled([this.lookInRedis(), this.lookInPostgres()]);
  }

  /** The two apart: one that is away and takes its time to say so does not keep the other waiting. */
  private look(): void {
    const redisAway = !this.store.healthy;
    if (!redisAway) void this.lookInRedis().catch((error: unknown) => this.logger.debug(String(error)));
    if (redisAway || this.looks++ % askPostgresEach === 0)
      void this.lookInPostgres().catch((error: unknown) => this.logger.debug(String(error)));
  }

  private lookInRedis(): Promise<void> {
    return (this.inRedis ??= this.readRedis().finally(() => (this.inRedis = undefined)));
  }

  private lookInPostgres(): Promise<void> {
    return (this.inPostgres ??= this.readPostgres().finally(() => (this.inPostgres = undefined)));
  }

  private async readPostgres(): Promise<void> {
    this.take(await this.rows.lastSince(this.newest()));
  }

  private async readRedis(): Promise<void> {
    const kept = await this.store.all();
    this.take(kept);
    const there = new Map(kept.map((act) => [fieldOf(act), act.number]));
    const lost = [...this.acts.values()].filter((act) => (there.get(fieldOf(act)) ?? 0) < act.number);
    await Promise.all(lost.map((act) => this.store.putBack(act)));
  }

  /** Numbers are clocks': what another node has written meanwhile may be a little below what is known here. */
  private newest(): number {
    const slackMs = 60_000;
    return Math.max(0, ...[...this.acts.values()].map(({ number }) => number - slackMs));
  }
}
