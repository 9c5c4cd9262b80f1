import { startRedis, type RedisServer } from '@yunhui/testkit';
import { Redis } from '../src/platform/redis/redis.js';

/** A real redis-server of a test's own, with the hub's connection to it. */
export async function ownRedis(): Promise<{ redis: Redis; server: RedisServer } & AsyncDisposable> {
  const server = await startRedis();
  const redis = await Redis.connect(server.url);
  return {
    redis,
    server,
    [Symbol.asyncDispose]: async () => {
      redis.beforeApplicationShutdown();
      await server[Symbol.asyncDispose]();
    },
  };
}
