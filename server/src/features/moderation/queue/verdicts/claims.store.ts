import { Injectable } from '@nestjs/common';
import type { StaffName } from '@yunhui/contracts';
import { z } from 'zod';
import { Redis } from '../../../../platform/redis/index.js';
import { claimMs } from '../queue.rules.js';

const Claim = z.object({ by: z.object({ id: z.uuid(), name: z.string() }), until: z.number() });
export type Claim = z.infer<typeof Claim>;

/**
 * Who looks at which item, in Redis. Losing a claim only lets two look at one thing: the verdict is compared and set in
 * Postgres. So without Redis nothing is claimed, and everybody may decide.
 */
@Injectable()
export class ClaimsStore {
  constructor(private readonly redis: Redis) {}

  /** Claims an item, or makes one's own claim last. Answers the claim that holds now: a colleague's, unless it is taken over. */
  async claim(hold: string, by: StaffName, take: boolean): Promise<Claim | undefined> {
    if (!this.redis.healthy) return undefined;
    const mine = { by, until: Date.now() + claimMs };
    try {
      const held = take ? undefined : await this.of(hold);
      if (held && held.by.id !== by.id) return held;
      const condition = take || held ? undefined : 'NX';
      const set = await this.redis.client.set(keyOf(hold), JSON.stringify(mine), {
        expiration: { type: 'PX', value: claimMs },
        ...(condition && { condition }),
      });
      return set === null ? await this.of(hold) : mine;
    } catch {
      return undefined;
    }
  }

  /** Lets one's own claim go; a colleague's stays. */
  async release(hold: string, by: string): Promise<boolean> {
    const claim = await this.of(hold);
    if (claim?.by.id !== by) return false;
    await this.redis.client.del(keyOf(hold)).catch(() => 0);
    return true;
  }

  /** What is decided needs nobody's eyes any more. */
  async forget(hold: string): Promise<void> {
    if (this.redis.healthy) await this.redis.client.del(keyOf(hold)).catch(() => 0);
  }

  async of(hold: string): Promise<Claim | undefined> {
    return (await this.ofAll([hold])).get(hold);
  }

  /** Asked together: one round trip for a page. */
  async ofAll(holds: readonly string[]): Promise<ReadonlyMap<string, Claim>> {
    if (!this.redis.healthy) return new Map();
    const texts = await Promise.all(holds.map((hold) => this.redis.client.get(keyOf(hold)).catch(() => null)));
    return new Map(holds.flatMap((hold, i) => read(hold, texts[i])));
  }
}

const keyOf = (hold: string): string => `claim:{${hold}}`;

function read(hold: string, text: string | null | undefined): [string, Claim][] {
  const claim = text ? Claim.safeParse(JSON.parse(text)) : undefined;
  return claim?.success ? [[hold, claim.data]] : [];
}
