import { bootstrap } from '../lib/bootstrap.mjs';
import { playwright } from '../lib/runners.mjs';
import { close, secondsSince } from '../lib/say.mjs';

/** `npm run e2e [-- name…]`: the journeys, or those whose file has one of the names; named ones in their full size, however long that takes. */
export async function run({ names }) {
  await bootstrap();
  const env = names.length > 0 ? { E2E_SIZE: 'full' } : {};
  const { passed, failed, skipped } = await playwright('test/e2e/playwright.config.ts', { names, env, report: 'e2e' });
  return close('e2e', failed === 0, `${passed} passed`, `${failed} failed`, `${skipped} skipped`, secondsSince());
}
