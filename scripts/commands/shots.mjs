import { bootstrap } from '../lib/bootstrap.mjs';
import { playwright } from '../lib/runners.mjs';
import { close, secondsSince } from '../lib/say.mjs';

/** `npm run shots [-- name…]`: one contact sheet a page into docs/shots, to be looked at and committed with the change. */
export async function run({ names }) {
  await bootstrap();
  const { passed, failed } = await playwright('test/shots/playwright.config.ts', { titles: names, report: 'shots' });
  return close('shots', failed === 0 && passed > 0, `${passed} sheets`, `${failed} failed`, secondsSince());
}
