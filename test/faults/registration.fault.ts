import { afterAll, beforeAll } from 'vitest';
import { filingDay } from '../harness/filer.js';
import { faultSize } from './fault-size.js';
import { type Cluster, startCluster } from './parts/cluster.js';
import { approvalRows } from './rows/approvals.row.js';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster(faultSize.random, { CLOCK_AT: filingDay });
}, 600_000);
afterAll(() => cluster[Symbol.asyncDispose]());

// What reviewers have decided is decided once, and published once.
approvalRows(() => cluster);
