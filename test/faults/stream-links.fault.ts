import { afterAll, beforeAll } from 'vitest';
import { type DoubleOrigin, aDoubleOrigin } from '../harness/double-origin.js';
import { startHub, type SpawnedHub } from '../harness/hub.js';
import { hostileStreamRows } from './rows/hostile-streams.row.js';
import { probedDoubleRows } from './rows/probed-doubles.row.js';
import { streamVerdictRows } from './rows/stream-verdicts.row.js';

/** By night, when nothing of the programme is on. */
const night = Date.parse('2026-09-17T02:00:00+08:00');

let hub: SpawnedHub;
let origin: DoubleOrigin;
beforeAll(async () => {
  const ahead = night - Date.now();
  hub = await startHub({ OUTBOUND_LOOPBACK: 'on', RATE_LIMITS: 'off', CLOCK_AT: new Date(night).toISOString() });
  origin = await aDoubleOrigin(() => Date.now() + ahead);
}, 300_000);
afterAll(async () => {
  await origin[Symbol.asyncDispose]();
  await hub[Symbol.asyncDispose]();
});

// Addresses that others gave us: what we say of them, what they cannot do to us, and that we see it in time.
const stage = () => ({ hub, origin });
streamVerdictRows(stage);
hostileStreamRows(stage);
probedDoubleRows(stage);
