import { type RedisServer, startPostgres, startRedis } from '@yunhui/testkit';
import { Client } from 'pg';
import { type Settings, type SpawnedHub, startHub } from '../harness/hub.js';

/** A hub in one process on stores of its own. */
export type HubOnPostgres = AsyncDisposable & {
  hub: SpawnedHub;
  redis: RedisServer;
  /** How many statements anybody has sent to PostgreSQL so far, as it counts them itself. */
  statements(): Promise<number>;
};

export async function startHubOnPostgres(settings: Settings = {}): Promise<HubOnPostgres> {
  await using started = new AsyncDisposableStack();
  const postgres = started.use(
    await startPostgres(['shared_preload_libraries=pg_stat_statements', 'pg_stat_statements.track_utility=off']),
  );
  const redis = started.use(await startRedis());
  const counter = new Client({ connectionString: postgres.url });
  await counter.connect();
  started.defer(() => counter.end());
  await counter.query('create extension pg_stat_statements');
  const stores = { DATABASE_URL: postgres.url, REDIS_URL: redis.url };
  const hub = started.use(await startHub({ ...stores, DEMO: 'on', RATE_LIMITS: 'off', VISIBLE_BUDGET: '0', ...settings }));
  const all = started.move();
  const statements = async (): Promise<number> => {
    const { rows } = await counter.query<{ calls: string }>('select coalesce(sum(calls), 0) calls from pg_stat_statements');
    return Number(rows[0]?.calls);
  };
  return { hub, redis, statements, [Symbol.asyncDispose]: () => all.disposeAsync() };
}
