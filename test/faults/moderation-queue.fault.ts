import { afterAll, beforeAll } from 'vitest';
import { faultSize } from './fault-size.js';
import { type Cluster, startCluster } from './parts/cluster.js';
import { actRows } from './rows/acts.row.js';
import { queueRows } from './rows/queue.row.js';

let cluster: Cluster;
beforeAll(async () => {
  // With the limits of how much one may say: without them nothing is a flood.
  cluster = await startCluster(faultSize.random, { RATE_LIMITS: 'on' });
}, 600_000);
afterAll(() => cluster[Symbol.asyncDispose]());

queueRows(() => cluster);
actRows(() => cluster);
