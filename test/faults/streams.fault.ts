import { afterAll, beforeAll } from 'vitest';
import { faultSize } from './fault-size.js';
import { type Cluster, startCluster } from './parts/cluster.js';
import { cutRows } from './rows/cuts.row.js';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster(faultSize.random);
}, 600_000);
afterAll(() => cluster[Symbol.asyncDispose]());

// What must stop stops, whatever breaks.
cutRows(() => cluster);
