import { setTimeout as sleep } from 'node:timers/promises';
import type { SpawnedHub } from '../../harness/hub.js';
import { type Cluster, fairWeather, foulWeather } from '../parts/cluster.js';
import { copyOf, putBack } from '../parts/redis-copy.js';
import { type Fault, type FaultKind, placeOf } from './schedule.js';

type Strike = (cluster: Cluster, fault: Fault) => Promise<void>;

/** What each kind of fault does, for as long as it lasts; when it resolves, what was broken is mended. */
const strikes = {
  'kill-node': ({ webs }, { node, forMs }) => away(webs[node], 'SIGKILL', forMs),
  'stop-node': async ({ webs }, { node, forMs }) => {
    webs[node].pause();
    await sleep(forMs);
    webs[node].resume();
  },
  'end-node': ({ webs }, { node, forMs }) => away(webs[node], 'SIGTERM', forMs),
  'kill-at-commit': async ({ webs }, { node, forMs }) => {
    await webs[node].strikeAtNextCommit('SIGKILL');
    await sleep(forMs);
    await away(webs[node], 'SIGKILL', 0);
  },
  'stop-at-commit': async ({ webs }, { node, forMs }) => {
    await webs[node].strikeAtNextCommit('SIGSTOP');
    await sleep(forMs);
    await untilStruck(webs[node]);
    await goOn(webs[node]);
  },
  'cut-street': async ({ webs }, { node, forMs }) => {
    webs[node].street.cut();
    await sleep(forMs);
    webs[node].street.restore();
  },
  'drop-street': async ({ webs }, { node }) => webs[node].street.drop(),
  'slow-street': async ({ webs }, { node, forMs }) => {
    webs[node].street.delay(400);
    await sleep(forMs);
    webs[node].street.delay(0);
  },
  'foul-bus': async ({ webs }, { node, forMs }) => {
    webs[node].weather = foulWeather;
    await sleep(forMs);
    webs[node].weather = fairWeather;
  },
  'cut-from-redis': async ({ webs }, { node, forMs }) => {
    webs[node].toRedis.cut();
    await sleep(forMs);
    webs[node].toRedis.restore();
  },
  'pause-redis': async ({ redis }, { forMs }) => {
    redis.pause();
    await sleep(forMs);
    redis.resume();
  },
  'kill-redis': async ({ redis }, { forMs }) => {
    await redis.kill();
    await sleep(forMs);
    await redis.start();
  },
  'older-redis': async ({ redis }, { forMs }) => {
    const copy = await copyOf(redis.url);
    await sleep(forMs);
    await putBack(redis.url, copy);
  },
  'empty-redis': ({ redis }) => putBack(redis.url, []),
  'kill-postgres': async ({ postgres }, { forMs }) => {
    await postgres.kill();
    await sleep(forMs);
    await postgres.start();
  },
  'pause-postgres': async ({ postgres }, { forMs }) => {
    postgres.pause();
    await sleep(forMs);
    postgres.resume();
  },
  'kill-worker': ({ worker }, { forMs }) => away(worker, 'SIGKILL', forMs),
} satisfies Record<FaultKind, Strike>;

/** Strikes, and mends. What breaks a thing waits until it was mended of the fault before, however long its start took. */
export class FaultHand {
  readonly #mending = new Map<string, Promise<void>>();

  constructor(private readonly cluster: Cluster) {}

  strike(fault: Fault): Promise<void> {
    const act: Strike = strikes[fault.kind];
    const before = this.#mending.get(placeOf(fault)) ?? Promise.resolve();
    const mended = before.then(() => act(this.cluster, fault));
    this.#mending.set(placeOf(fault), mended);
    return mended;
  }
}

async function away(hub: SpawnedHub, signal: NodeJS.Signals, forMs: number): Promise<void> {
  await hub.kill(signal);
  await sleep(forMs);
  await startAgain(hub);
}

/** A hub whose stores are away just now ends at its start, and is started again, as whoever runs it would. */
async function startAgain(hub: SpawnedHub, tries = 20): Promise<void> {
  try {
    await hub.start();
  } catch (error) {
    if (tries === 0) throw error;
    await hub.kill('SIGKILL');
    await sleep(500);
    await startAgain(hub, tries - 1);
  }
}

async function untilStruck(hub: SpawnedHub): Promise<void> {
  for (let looks = 0; looks < 200 && !hub.isStopped(); looks++) await sleep(100);
}

/**
 * An order to stop at the next commit outlives its time where nothing is committed, and would hold the hub in the middle of
 * a later fault: it is taken back. Whoever is stopped by it at this very moment hears that only once he goes on.
 */
async function goOn(hub: SpawnedHub): Promise<void> {
  const takenBack = hub.strikeAtNextCommit('none');
  await Promise.race([takenBack, sleep(500)]);
  hub.resume();
  await takenBack;
}
