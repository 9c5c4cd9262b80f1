import { type PostgresServer, type RedisCluster, startPostgres, startRedisCluster } from '@yunhui/testkit';
import { type SpawnedHub, startHub } from '../../harness/hub.js';

/** Two web processes and a worker on one PostgreSQL and a Redis Cluster of three masters. */
export type ShardedHub = AsyncDisposable & {
  readonly webs: readonly [SpawnedHub, SpawnedHub];
  readonly redis: RedisCluster;
  readonly postgres: PostgresServer;
};

/** `await using hub = await startShardedHub()`: each process is told two addresses of the Cluster and finds the third. */
export async function startShardedHub(): Promise<ShardedHub> {
  await using started = new AsyncDisposableStack();
  const postgres = started.use(await startPostgres());
  const redis = started.use(await startRedisCluster());
  const stores = { DATABASE_URL: postgres.url, REDIS_URL: redis.urls.slice(0, 2).join(','), REDIS_CLUSTER: 'on' };
  const shared = { ...stores, DEMO: 'on', RATE_LIMITS: 'off', VISIBLE_BUDGET: '0' };
  started.use(await startHub({ ...shared, PROCESS: 'worker' }));
  const first = started.use(await startHub({ ...shared, PROCESS: 'web' }));
  const second = started.use(await startHub({ ...shared, PROCESS: 'web' }));
  const all = started.move();
  return { webs: [first, second], redis, postgres, [Symbol.asyncDispose]: () => all.disposeAsync() };
}
