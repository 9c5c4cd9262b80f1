import { type RedisServer, startPostgres, startRedis } from '@yunhui/testkit';
import { type Settings, type SpawnedHub, startHub } from '../harness/hub.js';

/** A hub in one process on stores of its own. */
export type HubOnPostgres = AsyncDisposable & { hub: SpawnedHub; redis: RedisServer };

export async function startHubOnPostgres(settings: Settings = {}): Promise<HubOnPostgres> {
  await using started = new AsyncDisposableStack();
  const postgres = started.use(await startPostgres());
  const redis = started.use(await startRedis());
  const stores = { DATABASE_URL: postgres.url, REDIS_URL: redis.url };
  const hub = started.use(await startHub({ ...stores, DEMO: 'on', RATE_LIMITS: 'off', VISIBLE_BUDGET: '0', ...settings }));
  const all = started.move();
  return { hub, redis, [Symbol.asyncDispose]: () => all.disposeAsync() };
}
