import { afterAll, beforeAll } from 'vitest';
import { type SpawnedHub, startHub } from '../harness/hub.js';
import { keptByHistory } from './parts/kept-log.js';
import { acksRow } from './rows/acks.row.js';
import { diskRow } from './rows/disk.row.js';
import { embeddedRows } from './rows/embedded.row.js';
import { fuzzRow } from './rows/fuzz.row.js';

let hub: SpawnedHub;
beforeAll(async () => {
  hub = await startHub({ RATE_LIMITS: 'off', VISIBLE_BUDGET: '0', TEST_HOOKS: 'on' });
}, 600_000);
afterAll(() => hub[Symbol.asyncDispose]());

// What breaks the one-command hub, and what one hub is enough for.
embeddedRows(() => hub);
acksRow(() => ({ address: hub.address, topic: 'room:deep-space', kept: () => keptByHistory(hub.address, 'room:deep-space') }));
fuzzRow(() => hub);
diskRow();
