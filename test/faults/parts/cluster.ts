import { type PostgresServer, type RedisServer, startPostgres, startRedis } from '@yunhui/testkit';
import { startHub, type Settings, type SpawnedHub } from '../../harness/hub.js';
import { aRelay, type Fate, type Relay } from '../../harness/relay.js';
import { isBusMessage, redisValues } from './redis-words.js';

/** What happens to the messages of the bus on their way to one node, as shares of them. */
export type BusWeather = { dropped: number; late: number; lateMs: number };
export const fairWeather: BusWeather = { dropped: 0, late: 0, lateMs: 0 };
export const foulWeather: BusWeather = { dropped: 0.1, late: 0.1, lateMs: 1_000 };

/** A web process, the network between people and it, and the network between it and Redis. */
export type WebNode = SpawnedHub & { readonly door: string; readonly street: Relay; readonly toRedis: Relay } & Sky;
/** The weather between the bus and a node, and how many messages it has cost so far. */
type Sky = { weather: BusWeather; lost: number };

/** Two web processes and a worker on one PostgreSQL and one Redis, as in production. */
export type Cluster = AsyncDisposable & {
  readonly webs: readonly [WebNode, WebNode];
  readonly worker: SpawnedHub;
  readonly redis: RedisServer;
  readonly postgres: PostgresServer;
};

/** `await using cluster = await startCluster(random)` */
export async function startCluster(random: () => number, settings: Settings = {}): Promise<Cluster> {
  await using started = new AsyncDisposableStack();
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  started.use(postgres);
  started.use(redis);
  const shared = { DATABASE_URL: postgres.url, DEMO: 'on', RATE_LIMITS: 'off', VISIBLE_BUDGET: '0', TEST_HOOKS: 'on', ...settings };
  const worker = started.use(await startHub({ ...shared, REDIS_URL: redis.url, PROCESS: 'worker' }));
  const [first, second] = await Promise.all([0, 1].map(() => startWeb(shared, redis.port, random)));
  if (!first || !second) throw new Error('two webs were started');
  started.use(first);
  started.use(second);
  const all = started.move();
  return { webs: [first, second], worker, redis, postgres, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

async function startWeb(shared: Settings, redisPort: number, random: () => number): Promise<WebNode> {
  await using started = new AsyncDisposableStack();
  const sky: Sky = { weather: fairWeather, lost: 0 };
  const fateOf = (piece: Buffer): Fate | undefined => {
    const fate = isBusMessage(piece) ? fateIn(sky.weather, random()) : undefined;
    if (fate && 'drop' in fate) sky.lost += 1;
    return fate;
  };
  const toRedis = started.use(await aRelay(redisPort, { cutter: redisValues, fateOf }));
  const hub = started.use(await startHub({ ...shared, REDIS_URL: `redis://127.0.0.1:${toRedis.port}`, PROCESS: 'web' }));
  const street = started.use(await aRelay(hub.port));
  const all = started.move();
  return Object.assign(sky, hub, {
    door: `http://127.0.0.1:${street.port}`,
    street,
    toRedis,
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  });
}

function fateIn({ dropped, late, lateMs }: BusWeather, lot: number): Fate | undefined {
  if (lot < dropped) return { drop: true };
  return lot < dropped + late ? { delayMs: lateMs } : undefined;
}
