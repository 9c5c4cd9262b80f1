import { bootstrap } from '../lib/bootstrap.mjs';
import { nothing, sum } from '../lib/counts.mjs';
import { playwright, vitest } from '../lib/runners.mjs';
import { Hindrance, say, secondsSince } from '../lib/say.mjs';
import { staticChecks } from '../lib/static.mjs';
import { programPath } from '../lib/system-packages.mjs';

/** The rows of the fault table that take seconds each. All of them, and at full size: `npm run faults`. */
const quickFaults = [
  'kill-hub',
  'kill-private-redis',
  'acks',
  'kill-node',
  'die-before-publish',
  'rolling-restart',
  'older-postgres',
  'ids',
  'bus',
  'redis-copy',
  'redis-emptied',
  'redis-paused',
];

/** Everything that proves a change, in the order of what is known soonest. Figures of speed are `bench`'s. */
const groups = [
  { name: 'static', work: staticChecks },
  { name: 'unit', work: () => vitest(['unit']) },
  { name: 'integration on the embedded store', work: () => vitest(['embedded']) },
  {
    name: 'integration on PostgreSQL',
    work: () => vitest(['postgres']),
    needs: () => process.env.TEST_DATABASE_URL ?? programPath('postgres'),
  },
  {
    name: 'journeys in Chromium',
    work: () => playwright('test/e2e/playwright.config.ts', { report: 'e2e' }),
    needs: () => programPath('chromium'),
  },
  { name: 'faults, quick', work: () => vitest(['faults'], { titles: quickFaults, env: { FAULTS_SIZE: 'quick' } }) },
];

/** `npm test`. On a CI machine a group that cannot run has failed; elsewhere it is skipped, with its reason. */
export async function run() {
  await bootstrap();
  const counts = [];
  for (const group of groups) counts.push(await counted(group));
  const { passed, failed, skipped } = sum(counts);
  say(`tests: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed === 0 ? 0 : 1;
}

async function counted({ name, work, needs }) {
  const required = process.env.CI === 'true';
  const began = Date.now();
  try {
    await needs?.();
  } catch (error) {
    if (!(error instanceof Hindrance)) throw error;
    say(`${required ? 'failed' : 'skipped'}: ${name}: ${error.message}`);
    return required ? { ...nothing, failed: 1 } : { ...nothing, skipped: 1 };
  }
  const count = await work();
  say(`${name}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped, ${secondsSince(began)}`);
  return count;
}
