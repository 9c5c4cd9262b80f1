import { Injectable } from '@nestjs/common';
import { freshStillMs } from '@yunhui/domain';
import { Redis } from '../../platform/redis/index.js';
import type { KeptStill } from './stills.rules.js';

/** The newest still of each link, without its picture. */
const newest = 'stills';
const pictureKey = (id: string): string => `still:${id}`;
/** One that has a successor is on screens for a moment more. */
const replacedMs = 30_000;

/** Stills in Redis, where every node finds them, for three minutes. Losing them costs a minute of plates. */
@Injectable()
export class StillsStore {
  constructor(private readonly redis: Redis) {}

  /** The picture first: who finds a still finds its picture. */
  async keep(still: KeptStill, picture: Buffer): Promise<void> {
    const { client } = this.redis;
    const key = pictureKey(still.id);
    await client.hSet(key, { still: JSON.stringify(still), picture: picture.toString('base64') });
    await client.pExpire(key, freshStillMs);
    const before = await client.hGet(newest, still.link);
    await client.hSet(newest, still.link, JSON.stringify(still));
    if (before) await client.pExpire(pictureKey(stillIn(before).id), replacedMs);
  }

  async all(): Promise<KeptStill[]> {
    return Object.values(await this.redis.client.hGetAll(newest)).map(stillIn);
  }

  async read(id: string): Promise<{ still: KeptStill; picture: Buffer } | undefined> {
    const { still, picture } = await this.redis.client.hGetAll(pictureKey(id));
    return still && picture ? { still: stillIn(still), picture: Buffer.from(picture, 'base64') } : undefined;
  }

  /** At once, with their pictures. */
  async drop(stills: readonly KeptStill[]): Promise<void> {
    await Promise.all(stills.map(({ id }) => this.redis.client.del(pictureKey(id))));
    if (stills.length > 0)
      await this.redis.client.hDel(
        newest,
        stills.map(({ link }) => link),
      );
  }
}

const stillIn = (kept: string): KeptStill => JSON.parse(kept) as KeptStill;
