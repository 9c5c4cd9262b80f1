import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Database, type Transaction } from '../database/index.js';
import { EntryLog } from './entry-log.js';
import type { TopicMode } from './log.types.js';

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

  /** Changes how a topic takes messages, from the next one on and on every node, and says so in its log. False: no such topic. */
  async setMode(topic: string, mode: TopicMode): Promise<boolean> {
    return this.log.decide(async (tx, append) => {
      const [changed] = await this.database.rows<{ version: number }>(
        sql`update topics set mode = ${JSON.stringify(mode)}::jsonb, mode_version = mode_version + 1 where topic = ${topic} returning mode_version as version`,
        tx,
      );
      if (!changed) return false;
      await append([
        { id: randomUUID(), topic, author: null, kind: 'mode', body: announced(mode), priority: true, modeVersion: changed.version },
      ]);
      return true;
    });
  }
}

/** What everybody in the room needs to know of its mode. */
function announced({ closed = false, slowModeMs = 0 }: TopicMode): Record<string, unknown> {
  return { closed, slowModeMs, fallback: closed ? '这里暂时不能发言' : '这里可以发言' };
}
