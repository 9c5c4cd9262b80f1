import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { Redis } from '../../../platform/redis/index.js';
import { type CutAct, fieldOf, type NewAct } from './cut.rules.js';

const script = readFileSync(new URL('../../../../lua/cut.lua', import.meta.url), 'utf8');
const acts = 'cut:{all}';
const unwritten = 'cut:{all}:unwritten';

/**
 * What is cut off, in Redis: there first, because it must hold at once and also while Postgres is away. Losing it costs
 * the acts that Postgres does not have yet; every node remembers those it has heard, and puts them back.
 */
@Injectable()
export class CutsStore {
  constructor(private readonly redis: Redis) {}

  get healthy(): boolean {
    return this.redis.healthy;
  }

  /** Hears when Redis is back after it was away: what it held may be gone. */
  onRecovered(listener: () => void): () => void {
    return this.redis.onRecovered(listener);
  }

  /** Keeps a new act, in force from now on, and due to be written to Postgres. Answers it with its number; throws while Redis is away. */
  async add(act: NewAct): Promise<CutAct> {
    return { ...act, number: await this.run(act, '') };
  }

  /** Puts back what Redis has lost; what it has that is newer stays. */
  async putBack(act: CutAct): Promise<void> {
    const { number, ...rest } = act;
    await this.run(rest, String(number));
  }

  async all(): Promise<CutAct[]> {
    return Object.values(await this.redis.client.hGetAll(acts)).map(parse);
  }

  /** Acts that Postgres may not have yet, oldest first. */
  async unwritten(): Promise<CutAct[]> {
    return (await this.redis.client.lRange(unwritten, 0, 99)).map(parse);
  }

  /** Postgres has it. */
  async written({ number, ...act }: CutAct): Promise<void> {
    await this.redis.client.lRem(unwritten, 0, `${number}|${JSON.stringify(act)}`);
  }

  private async run(act: NewAct, number: string): Promise<number> {
    const reply = await this.redis.client.eval(script, {
      keys: [acts, unwritten],
      arguments: [fieldOf(act), JSON.stringify(act), number],
    });
    return Number(reply);
  }
}

function parse(kept: string): CutAct {
  const at = kept.indexOf('|');
  return { ...(JSON.parse(kept.slice(at + 1)) as NewAct), number: Number(kept.slice(0, at)) };
}
