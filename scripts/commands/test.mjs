import { bootstrap } from '../lib/bootstrap.mjs';
import { failure, nothing, sum } from '../lib/counts.mjs';
import { failureLine } from '../lib/failures.mjs';
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

/** A machine that stands still for a second fails a test that waits for one; more than so many in a group were not the machine. */
const unsteadyAtMost = 3;

/** Everything that proves a change, in the order of what is known soonest. Figures of speed are `bench`'s. */
const groups = [
  { name: 'static', work: staticChecks },
  { name: 'unit', work: () => vitest(['unit']) },
  { name: 'integration on the embedded store', work: (names) => vitest(['embedded'], { names }), again: true },
  {
    name: 'integration on PostgreSQL',
    work: (names) => vitest(['postgres'], { names }),
    needs: () => process.env.TEST_DATABASE_URL ?? programPath('postgres'),
    again: true,
  },
  {
    name: 'journeys in Chromium',
    work: (names) => playwright('test/e2e/playwright.config.ts', { names, report: 'e2e' }),
    needs: () => programPath('chromium'),
    again: true,
  },
  {
    name: 'faults, quick',
    work: (names) => vitest(['faults'], { names, titles: quickFaults, env: { FAULTS_SIZE: 'quick' } }),
    again: true,
  },
];

/** `npm test`. On a CI machine a group that cannot run has failed; elsewhere it is skipped, with its reason. */
export async function run() {
  await bootstrap();
  const counts = [];
  for (const group of groups) counts.push(await counted(group));
  const { passed, failed, skipped, failures, unsteady } = sum(counts);
  for (const failure of unsteady) say(`unsteady: ${failureLine(failure)}`);
  for (const failure of failures) say(`failed: ${failureLine(failure)}`);
  say(`tests: ${passed} passed, ${failed} failed, ${skipped} skipped, ${unsteady.length} unsteady`);
  return failed === 0 ? 0 : 1;
}

async function counted(group) {
  const { name, needs } = group;
  const required = process.env.CI === 'true';
  const began = Date.now();
  try {
    await needs?.();
  } catch (error) {
    if (!(error instanceof Hindrance)) throw error;
    say(`${required ? 'failed' : 'skipped'}: ${name}: ${error.message}`);
    return required ? failure({ title: name, reason: error.message }) : { ...nothing, skipped: 1 };
  }
  const count = await steadied(group, await group.work([]));
  say(`${name}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped, ${secondsSince(began)}`);
  return count;
}

/**
 * Runs the files of what failed once more, by themselves. What passes then is unsteady: it is named at the end
 * and does not fail the run (docs/decisions/0020). A defect that is always there fails twice.
 */
async function steadied({ name, work, again }, first) {
  const files = [...new Set(first.failures.map(({ file }) => file))];
  if (!again || first.failed === 0 || first.failed > unsteadyAtMost || files.includes('')) return first;
  say(`${name}: once more by themselves: ${files.join(', ')}`);
  const second = await work(files);
  if (second.failed > 0 || second.passed === 0) return first;
  return { ...first, passed: first.passed + first.failed, failed: 0, failures: [], unsteady: first.failures };
}
