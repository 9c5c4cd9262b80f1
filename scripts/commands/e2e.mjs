import { bootstrap } from '../lib/bootstrap.mjs';
import { playwright } from '../lib/runners.mjs';
import { close, secondsSince } from '../lib/say.mjs';

/** `npm run e2e [-- name…]`: the journeys, or those whose file has one of the names. */
export async function run({ names }) {
  await bootstrap();
  const { passed, failed, skipped } = await playwright('test/e2e/playwright.config.ts', { names, report: 'e2e' });
  return close('e2e', failed === 0, `${passed} passed`, `${failed} failed`, `${skipped} skipped`, secondsSince());
}
