import { bootstrap } from '../lib/bootstrap.mjs';
import { sum } from '../lib/counts.mjs';
import { vitest } from '../lib/runners.mjs';
import { close, secondsSince } from '../lib/say.mjs';
import { staticChecks } from '../lib/static.mjs';

/** `npm run check`: all that is static, and the unit tests. */
export async function run() {
  await bootstrap({ redis: false });
  const { passed, failed, skipped } = sum([await staticChecks(), await vitest(['unit'])]);
  return close('check', failed === 0, `${passed} passed`, `${failed} failed`, `${skipped} skipped`, secondsSince());
}
