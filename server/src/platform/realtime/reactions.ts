import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { reactionsKey } from '@yunhui/contracts';
import { sql } from 'drizzle-orm';
import { Database } from '../database/index.js';
import { Redis } from '../redis/index.js';
import { engine } from './engine-settings.js';
import { type StateChange, TopicStates } from './topic-states.js';

/**
 * E14: reactions are counters, at most once: summed here for half a second, then one increment in
 * `t:{<topic>}:reactions`. Totals go to Postgres each minute and are the floor after a loss, so a public
 * number never falls to 0.
 */
@Injectable()
export class Reactions implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(Reactions.name);
  private readonly sums = new Map<string, Map<string, number>>();
  private readonly unwritten = new Map<string, Record<string, number>>();
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly redis: Redis,
    private readonly database: Database,
    private readonly states: TopicStates,
  ) {}

  onModuleInit(): void {
    for (const kind of ['room', 'hashtag']) this.states.rebuiltBy(kind, (topic) => this.fromTotals(topic));
    this.timers = [
      setInterval(() => void this.count(), engine.reactions.gatherMs),
      setInterval(() => void this.write(), engine.reactions.totalsEachMs),
    ];
  }

  async onModuleDestroy(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.write();
  }

  add(topic: string, name: string, count: number): void {
    const sum = this.sums.get(topic) ?? new Map<string, number>();
    sum.set(name, (sum.get(name) ?? 0) + count);
    this.sums.set(topic, sum);
  }

  /** All reactions to a topic so far, of every name; none while Redis is away. */
  async totalOf(topic: string): Promise<number | undefined> {
    const counts = await this.redis.client.hVals(`t:{${topic}}:reactions`).catch(() => undefined);
    return counts?.reduce((sum, count) => sum + Number(count), 0);
  }

  private async count(): Promise<void> {
    const sums = [...this.sums];
    this.sums.clear();
    await Promise.all(sums.map(([topic, sum]) => this.countTopic(topic, sum).catch(() => undefined)));
  }

  private async countTopic(topic: string, sum: ReadonlyMap<string, number>): Promise<void> {
    const key = `t:{${topic}}:reactions`;
    if ((await this.redis.client.exists(key)) === 0) await this.putFloor(topic, key);
    for (const [name, count] of sum) await this.redis.client.hIncrBy(key, name, count);
    const totals = Object.fromEntries(Object.entries(await this.redis.client.hGetAll(key)).map(([name, total]) => [name, Number(total)]));
    this.unwritten.set(topic, totals);
    await this.states.put(topic, [asChange(totals)]);
  }

  private async putFloor(topic: string, key: string): Promise<void> {
    for (const [name, total] of Object.entries(await this.totalsOf(topic))) await this.redis.client.hSetNX(key, name, String(total));
  }

  private async fromTotals(topic: string): Promise<StateChange[]> {
    const totals = await this.totalsOf(topic);
    return Object.keys(totals).length > 0 ? [asChange(totals)] : [];
  }

  private async totalsOf(topic: string): Promise<Record<string, number>> {
    const [row] = await this.database.rows<{ reactions: Record<string, number> }>(
      sql`select reactions from topic_totals where topic = ${topic}`,
    );
    return row?.reactions ?? {};
  }

  private async write(): Promise<void> {
    const totals = [...this.unwritten];
    this.unwritten.clear();
    for (const [topic, reactions] of totals) {
      const upsert = sql`insert into topic_totals (topic, reactions) values (${topic}, ${JSON.stringify(reactions)}::jsonb)
        on conflict (topic) do update set reactions = excluded.reactions, at = clock_timestamp()`;
      await this.database.rows(upsert).catch((error: unknown) => this.logger.warn(`reactions not written: ${String(error)}`));
    }
  }
}

/** Totals only rise, so their sum is the version. */
function asChange(totals: Record<string, number>): StateChange {
  return { key: reactionsKey, version: Object.values(totals).reduce((all, total) => all + total, 0), value: totals };
}
