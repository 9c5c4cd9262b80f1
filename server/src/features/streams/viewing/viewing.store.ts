import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { Redis } from '../../../platform/redis/index.js';
import { type LinkCounts, noCounts } from './viewing.rules.js';

const scriptAt = (name: string): string => readFileSync(new URL(`../../../../lua/${name}.lua`, import.meta.url), 'utf8');
const [tells, asks] = [scriptAt('viewing'), scriptAt('viewing-of')];
const key = 'viewing';

/** A node that says no more is forgotten after this; it says the same again well before. */
export const wordLivesMs = 15_000;

/**
 * What viewers say of links, in one Redis hash: a few numbers for each link and node, never a voice. Losing it costs five
 * seconds: every node says again what it has heard.
 */
@Injectable()
export class ViewingStore {
  private readonly node = randomUUID();

  constructor(private readonly redis: Redis) {}

  /** What this node has heard, in place of what it said before. Throws while Redis is away. */
  async tell(heard: ReadonlyMap<string, LinkCounts>): Promise<void> {
    if (heard.size === 0) return;
    const words = [...heard].flatMap(([link, { playing, failing, framed, framesMs, stalls }]) => [
      link,
      ...[playing, failing, framed, framesMs, stalls].map(String),
    ]);
    await this.redis.client.eval(tells, { keys: [key], arguments: [this.node, String(wordLivesMs), ...words] });
  }

  /** What all nodes have heard of these links. Throws while Redis is away. */
  async of(links: readonly string[]): Promise<Map<string, LinkCounts>> {
    if (links.length === 0) return new Map();
    const sums = (await this.redis.client.eval(asks, { keys: [key], arguments: [...links] })) as number[];
    return new Map(
      links.map((link, at) => {
        const [playing = 0, failing = 0, framed = 0, framesMs = 0, stalls = 0] = sums.slice(at * 5, at * 5 + 5);
        return [link, { ...noCounts, playing, failing, framed, framesMs, stalls }];
      }),
    );
  }

  /** Drops what was said of links that nobody reads any more. */
  async forgetAllBut(links: ReadonlySet<string>): Promise<void> {
    const gone = (await this.redis.client.hKeys(key)).filter((link) => !links.has(link));
    if (gone.length > 0) await this.redis.client.hDel(key, gone);
  }
}
