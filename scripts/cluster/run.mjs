import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { environment, root } from '../lib/paths.mjs';
import { say } from '../lib/say.mjs';
import { openBalancer } from './balancer.mjs';
import { nodes, settingsOf, webs } from './plan.mjs';

/** Built with everything else: the servers are those that tests use, empty at each start and gone at its end. */
const { aFolder, aFreePort, startPostgres, startRedis, startService, untilReady } = await import(
  pathToFileURL(join(root, 'packages/testkit/dist/index.js')).href
);
const readyPatienceMs = 60_000 * Math.ceil(4 / availableParallelism());
const { PORT = '3000' } = process.env;

/** Everything of the plan, as processes of this machine, in its order; ends in the reverse one. */
async function runCluster() {
  const started = new AsyncDisposableStack();
  try {
    const postgres = started.use(await startPostgres());
    const redis = started.use(await startRedis());
    const folder = started.use(await aFolder('yh-cluster-'));
    const address = `http://127.0.0.1:${PORT}`;
    const places = { databaseUrl: postgres.url, redisUrl: redis.url, publicUrl: address, balancerAt: '127.0.0.1' };
    const running = new Map();
    for (const node of nodes) {
      const hub = await aNode(node, { ...settingsOf(node, places), DATA_DIR: folder.path });
      started.defer(() => hub.stop());
      running.set(node.name, hub);
    }
    const behind = webs.map(({ name }) => ({ host: '127.0.0.1', port: running.get(name).port, name }));
    const balancer = await openBalancer({ host: '127.0.0.1', port: Number(PORT), nodes: behind });
    started.defer(() => balancer.close());
    const { databaseUrl, redisUrl } = places;
    return { address, databaseUrl, redisUrl, running, balancer, stop: () => started.disposeAsync() };
  } catch (error) {
    await started.disposeAsync();
    throw error;
  }
}

/** One process of the hub, which can be ended as a deploy ends it, and started again at the same port. */
async function aNode({ name }, settings) {
  const port = await aFreePort();
  const env = environment({ DEMO: 'on', LOG_LEVEL: 'warn', ...settings, HOST: '127.0.0.1', PORT: String(port) });
  let service;
  const start = async () => {
    service = startService(process.execPath, ['--enable-source-maps', join(root, 'server/dist/main.js')], { cwd: root, env, ipc: true });
    await untilReady(service, name, async () => (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok, readyPatienceMs);
  };
  await start();
  return { port, start, pid: () => service.pid, greeting: () => service.output(), stop: () => service.kill('SIGTERM') };
}

/** One web after the other ends and starts again, as a new build would come in; the next when people come to it. */
async function roll({ running, balancer }) {
  for (const { name } of webs) {
    const node = running.get(name);
    await node.stop();
    await node.start();
    while (!balancer.nodes.find((behind) => behind.name === name).isWell) await wait(50);
  }
}

const starting = runCluster();
let stopping = false;
const stop = () => {
  if (stopping) return;
  stopping = true;
  starting
    .then((cluster) => cluster.stop())
    .then(
      () => process.exit(0),
      () => process.exit(1),
    );
};
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(signal, stop);

const cluster = await starting;

/** What whoever started us over a channel may know: where people come in, the stores, and every process of the hub. */
function account() {
  const { address, databaseUrl, redisUrl } = cluster;
  return { address, databaseUrl, redisUrl, pids: Object.fromEntries([...cluster.running].map(([name, { pid }]) => [name, pid()])) };
}

process.on('SIGHUP', () => void roll(cluster).then(() => say('each web was ended and started again')));
process.on('message', ({ roll: isAsked }) => {
  void (isAsked ? roll(cluster) : Promise.resolve()).then(() => process.send?.(account()));
});
const names = nodes.map(({ name }) => name).join(', ');
say(`云汇 Yunhui is ready: ${cluster.address} (${names}; kill -HUP ${process.pid} restarts one web after the other)`);
say(cluster.running.get(nodes[0].name).greeting().split('\n').slice(1).join('\n').trimEnd());
