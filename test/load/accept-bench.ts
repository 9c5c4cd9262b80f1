import { startPostgres, startRedis } from '@yunhui/testkit';
import { startHub } from '../harness/hub.js';
import { Crowd, someRooms } from './crowd.js';
import type { LoadSocket } from './load-socket.js';
import type { Minute } from './minute-tally.js';
import { keepApart, keepOnCore } from './process-figures.js';
import type { Figure } from './promises.js';
import { talkSteadily } from './steady-talk.js';
import { perSecondOf, type Uses, usesOf } from './where-time-goes.js';

const nodesCore = 0;
const perSecond = 3_000;
const senders = 96;
const rooms = 10;
const nodes = 8;
/** Code that has just started is slow, and no minute to compare with. */
const warmUpSeconds = 20;

/** Goal 3: what the one-command hub accepts, keeps and acknowledges, minute after minute. */
export async function measureAcceptingAlone(seconds: number): Promise<Figure[]> {
  const { minutes, uses, ackedPerSecond } = await byOneHub(seconds);
  const [first, last] = [minutes[0]?.p99Ms ?? Number.NaN, minutes.at(-1)?.p99Ms ?? Number.NaN];
  return [
    { what: `embedded, ${perSecond}/s for ${seconds} s: ack p99`, unit: 'ms', rounds: p99s(minutes), most: 150 },
    { what: 'embedded: the last minute by the first', unit: '×', rounds: [last / first], most: 1.2 },
    { what: 'embedded: all threads and processes', unit: 'cores', rounds: [uses.main + uses.store + uses.redis + uses.others], most: 1 },
    { what: 'embedded: of it the main thread', unit: 'cores', rounds: [uses.main] },
    { what: "embedded: of it the store's thread", unit: 'cores', rounds: [uses.store] },
    { what: 'embedded: of it Redis', unit: 'cores', rounds: [uses.redis] },
    { what: 'embedded: acknowledged', unit: '/s', rounds: [ackedPerSecond], least: perSecond },
    { what: 'embedded: asked to come again or not answered', unit: 'messages', rounds: minutes.map(({ said, acked }) => said - acked) },
    { what: 'embedded: how late the load itself was, p99', unit: 'ms', rounds: minutes.map(({ ownLagP99Ms }) => ownLagP99Ms) },
  ];
}

/** Goal 3: what many nodes on PostgreSQL accept into one topic. */
export async function measureAcceptingTogether(seconds: number): Promise<Figure[]> {
  const { minutes, ackedPerSecond } = await byManyNodes(seconds);
  return [
    { what: `PostgreSQL, ${nodes} nodes into one topic: ack p99`, unit: 'ms', rounds: p99s(minutes), most: 400 },
    { what: 'PostgreSQL: acknowledged', unit: '/s', rounds: [ackedPerSecond], least: perSecond },
  ];
}

type Accepted = { minutes: Minute[]; ackedPerSecond: number };

const p99s = (minutes: readonly Minute[]): number[] => minutes.map(({ p99Ms }) => p99Ms);

async function byOneHub(seconds: number): Promise<Accepted & { uses: Uses }> {
  await using hub = await startHub({ RATE_LIMITS: 'off', DEMO: 'on', DEMO_VISITORS: 'off' });
  await keepApart(hub.pid());
  const topics = await someRooms(hub.address, rooms);
  using people = await Crowd.gather({ url: hub.address, topics, senders, watchersPerTopic: 0 });
  await talkSteadily(people.senders, topics, { perSecond, seconds: warmUpSeconds });
  const [before, began] = [await usesOf(hub.pid()), performance.now()];
  const accepted = await accept(people.senders, topics, seconds);
  return { ...accepted, uses: perSecondOf(before, await usesOf(hub.pid()), (performance.now() - began) / 1_000) };
}

async function byManyNodes(seconds: number): Promise<Accepted> {
  await using started = new AsyncDisposableStack();
  const [postgres, redis] = [started.use(await startPostgres()), started.use(await startRedis())];
  const shared = { DATABASE_URL: postgres.url, REDIS_URL: redis.url, DEMO: 'on', RATE_LIMITS: 'off' };
  const first = started.use(await startHub({ ...shared, PROCESS: 'all' }));
  const others = await Promise.all(Array.from({ length: nodes - 1 }, () => startHub({ ...shared, PROCESS: 'web' })));
  for (const other of others) started.use(other);
  for (const { pid } of [first, ...others]) await keepOnCore(pid(), nodesCore);
  const [topic = ''] = await someRooms(first.address, 1);
  const people: LoadSocket[] = [];
  for (const { address } of [first, ...others]) {
    const crowd = started.use(await Crowd.gather({ url: address, topics: [], senders: senders / nodes, watchersPerTopic: 0 }));
    people.push(...crowd.senders);
  }
  await talkSteadily(people, [topic], { perSecond, seconds: warmUpSeconds });
  return await accept(people, [topic], seconds);
}

/** Every number that was acknowledged is one of its own; else it counts for nothing. */
async function accept(people: readonly LoadSocket[], topics: readonly string[], seconds: number): Promise<Accepted> {
  const { minutes, numbers } = await talkSteadily(people, topics, { perSecond, seconds });
  const acked = [...numbers.values()].reduce((sum, named) => sum + new Set(named).size, 0);
  return { minutes, ackedPerSecond: acked / seconds };
}
