import { aFolder, aFreePort } from './places.js';
import { type Service, startService, untilReady } from './processes.js';
import { askRedis } from './redis.js';

/** One master of a Cluster. Killed, its keys are gone; started again, it has its slots and nothing in them. */
export type RedisShard = { readonly port: number; pause(): void; resume(): void; kill(): Promise<void>; start(): Promise<void> };

/** A real Redis Cluster of three masters without replicas. `urls` stay the same through everything. */
export type RedisCluster = AsyncDisposable & { readonly urls: readonly string[]; readonly shards: readonly RedisShard[] };

const slots = 16_384;
const masters = 3;
/** Long enough that a master which a test pauses is not voted out of the Cluster meanwhile, short enough to see it killed. */
const nodeTimeoutMs = 5_000;

/** `await using cluster = await startRedisCluster()` */
export async function startRedisCluster(): Promise<RedisCluster> {
  await using started = new AsyncDisposableStack();
  const shards: RedisShard[] = [];
  for (let i = 0; i < masters; i += 1) shards.push(await startShard(started));
  const [first] = shards as [RedisShard];
  for (const [i, { port }] of shards.entries()) {
    const [from, to] = [Math.ceil((i * slots) / masters), Math.ceil(((i + 1) * slots) / masters) - 1];
    await askRedis(port, `CLUSTER ADDSLOTSRANGE ${from} ${to}`);
  }
  for (const { port, busPort } of shards.slice(1) as (RedisShard & { busPort: number })[]) {
    await askRedis(first.port, `CLUSTER MEET 127.0.0.1 ${port} ${busPort}`);
  }
  for (const { port } of shards) await untilWhole(port);
  const all = started.move();
  const urls = shards.map(({ port }) => `redis://127.0.0.1:${port}`);
  return { urls, shards, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

async function startShard(started: AsyncDisposableStack): Promise<RedisShard & { busPort: number }> {
  const folder = started.use(await aFolder('yh-shard-'));
  const [port, busPort] = [await aFreePort(), await aFreePort()];
  const place = ['--port', `${port}`, '--cluster-port', `${busPort}`, '--bind', '127.0.0.1', '--dir', folder.path];
  const cluster = ['--cluster-enabled', 'yes', '--cluster-node-timeout', `${nodeTimeoutMs}`, '--cluster-require-full-coverage', 'no'];
  let service: Service;
  const start = async (): Promise<void> => {
    service = startService('redis-server', [...place, ...cluster, '--save', '', '--appendonly', 'no']);
    await untilReady(service, 'redis-server', async () => (await askRedis(port, 'PING'))?.startsWith('+PONG') ?? false);
  };
  await start();
  started.defer(() => service[Symbol.asyncDispose]());
  return {
    port,
    busPort,
    start,
    pause: () => service.pause(),
    resume: () => service.resume(),
    kill: () => service.kill('SIGKILL'),
  };
}

async function untilWhole(port: number): Promise<void> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const answer = await askRedis(port, 'CLUSTER INFO');
    if (
      answer?.includes('cluster_state:ok') &&
      answer.includes(`cluster_slots_assigned:${slots}`) &&
      answer.includes(`cluster_size:${masters}`)
    )
      return;
  }
  throw new Error('the Redis Cluster did not become whole');
}
