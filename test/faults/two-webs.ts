import { type PostgresServer, type RedisServer, startPostgres, startRedis } from '@yunhui/testkit';
import { type SpawnedHub, startHub } from '../harness/hub.js';

/** Two web processes and a worker on one PostgreSQL and one Redis, as in production. */
export type TwoWebs = AsyncDisposable & {
  readonly webs: readonly [SpawnedHub, SpawnedHub];
  readonly redis: RedisServer;
  readonly postgres: PostgresServer;
};

/** `await using hubs = await startTwoWebs()` */
export async function startTwoWebs(settings: Record<string, string> = {}): Promise<TwoWebs> {
  await using started = new AsyncDisposableStack();
  const postgres = started.use(await startPostgres());
  const redis = started.use(await startRedis());
  const shared = {
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    DEMO: 'on',
    RATE_LIMITS: 'off',
    VISIBLE_BUDGET: '0',
    TEST_HOOKS: 'on',
    ...settings,
  };
  started.use(await startHub({ ...shared, PROCESS: 'worker' }));
  const first = started.use(await startHub({ ...shared, PROCESS: 'web' }));
  const second = started.use(await startHub({ ...shared, PROCESS: 'web' }));
  const all = started.move();
  return { webs: [first, second], redis, postgres, [Symbol.asyncDispose]: () => all.disposeAsync() };
}
