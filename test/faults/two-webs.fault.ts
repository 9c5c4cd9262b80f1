import { afterAll, beforeAll } from 'vitest';
import { faultSize } from './fault-size.js';
import { type Cluster, startCluster } from './parts/cluster.js';
import { busRow } from './rows/bus.row.js';
import { idRows } from './rows/ids.row.js';
import { nodeRows } from './rows/nodes.row.js';
import { olderPostgresRow, postgresRows } from './rows/postgres.row.js';
import { randomRow } from './rows/random.row.js';
import { redisRows } from './rows/redis.row.js';
import { restartRows } from './rows/restarts.row.js';
import { silenceRows } from './rows/silence.row.js';
import { workerRow } from './rows/worker.row.js';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster(faultSize.random);
}, 600_000);
afterAll(() => cluster[Symbol.asyncDispose]());

// What breaks one of several real processes; they are started once, for each fault has to leave them whole.
nodeRows(() => cluster);
restartRows(() => cluster);
postgresRows(() => cluster);
idRows(() => cluster);
workerRow(() => cluster);
silenceRows(() => cluster);
busRow(() => cluster);
redisRows(() => cluster);
randomRow(() => cluster);
olderPostgresRow(() => cluster);
