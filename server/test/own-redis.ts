import { startRedis, type RedisServer } from '@yunhui/testkit';
import { Redis } from '../src/platform/redis/redis.js';

export type OwnRedis = { redis: Redis; server: RedisServer } & AsyncDisposable;

/** A real redis-server of a test's own, with the hub's connection to it. */
export async function ownRedis(): Promise<OwnRedis> {
  const server = await startRedis();
  const redis = await Redis.connect(server.url);
  return {
    redis,
    server,
    [Symbol.asyncDispose]: async () => {
      await redis.beforeApplicationShutdown();
      await server[Symbol.asyncDispose]();
    },
  };
}
