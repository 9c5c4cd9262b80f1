import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Database, type Transaction } from '../database/index.js';
import { EntryLog } from './entry-log.js';
import type { KeptMode } from './log.types.js';

/** The mode that is to be, and what everybody is told of it. `expected`: the version that it was made from. */
export type ModeChange = { topic: string; mode: KeptMode; said: Record<string, unknown>; expected?: number };

/** E1: the rows of the topics. A topic is made together with the thing it belongs to, never by a viewer. */
@Injectable()
export class TopicHeads {
  constructor(
    private readonly database: Database,
    private readonly log: EntryLog,
  ) {}

  /** Makes topics in the transaction that makes their owners; one that is there already stays as it is. */
  async create(tx: Transaction, topics: readonly { topic: string; audience: 'public' | 'staff' | 'owner' }[]): Promise<void> {
    if (topics.length === 0) return;
    await this.database.rows(
      sql`insert into topics (topic, audience) select x->>'topic', x->>'audience' from jsonb_array_elements(${JSON.stringify(topics)}::jsonb) x on conflict (topic) do nothing`,
      tx,
    );
  }

  /** How far these topics' logs have come: the number of the last entry, by topic. */
  async seqsOf(topics: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (topics.length === 0) return new Map();
    const rows = await this.database.rows<{ topic: string; seq: number }>(
      sql`select topic, seq::float8 as seq from topics where topic = any(${sql.param(topics)}::text[])`,
    );
    return new Map(rows.map(({ topic, seq }) => [topic, seq]));
  }

  /** A topic's own mode, as it is committed. */
  async modeOf(topic: string): Promise<{ mode: KeptMode; version: number } | undefined> {
    const [row] = await this.database.rows<{ mode: KeptMode; version: number }>(
      sql`select mode, mode_version as version from topics where topic = ${topic}`,
    );
    return row;
  }

  /** The same of several; those that are not there are missing. */
  async modesOf(topics: readonly string[]): Promise<ReadonlyMap<string, { mode: KeptMode; version: number }>> {
    const rows = await this.database.rows<{ topic: string; mode: KeptMode; version: number }>(
      sql`select topic, mode, mode_version as version from topics where topic = any(${sql.param(topics)}::text[])`,
    );
    return new Map(rows.map(({ topic, ...kept }) => [topic, kept]));
  }

  /** Conversations in which something was said a moment ago, and those that the hub has slowed: their numbers and modes. */
  async busy(): Promise<{ topic: string; seq: number; mode: KeptMode; version: number }[]> {
    return this.database.rows(
      sql`select topic, seq::float8 as seq, mode, mode_version as version from topics
        where split_part(topic, ':', 1) in ('room', 'hashtag') and (last_at > clock_timestamp() - interval '20 seconds' or mode ? 'automaticSlowMs')`,
    );
  }

  /**
   * Changes how a topic takes messages, from the next one on and on every node, and says so in its log. Undefined: there is
   * no such topic, or its mode is not the one that was `expected`.
   */
  async changeMode(
    { topic, mode, said, expected }: ModeChange,
    alongside?: (tx: Transaction) => Promise<void>,
  ): Promise<number | undefined> {
    return this.log.decide(async (tx, append) => {
      const [changed] = await this.database.rows<{ version: number }>(
        sql`update topics set mode = ${JSON.stringify(mode)}::jsonb, mode_version = mode_version + 1
          where topic = ${topic} and mode_version = coalesce(${expected ?? null}::int, mode_version) returning mode_version as version`,
        tx,
      );
      if (!changed) return undefined;
      await alongside?.(tx);
      await append([{ id: randomUUID(), topic, author: null, kind: 'mode', body: said, priority: true, modeVersion: changed.version }]);
      return changed.version;
    });
  }
}
