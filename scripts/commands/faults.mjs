import { resolve } from 'node:path';
import { sizeOf } from '../lib/arguments.mjs';
import { bootstrap } from '../lib/bootstrap.mjs';
import { vitest } from '../lib/runners.mjs';
import { close, secondsSince } from '../lib/say.mjs';
import { programPath } from '../lib/system-packages.mjs';

/**
 * `npm run faults [-- name… | quick | full] [--seed N] [--minutes M] [--replay FILE]`: breaks the hub on
 * purpose. A name is the first word of a row's title. The seed is printed, so that a run can be had again.
 */
export async function run({ names: all, flags }) {
  const { size, names } = sizeOf(all);
  const seed = flags.seed ?? String(Math.floor(Math.random() * 2 ** 31));
  await bootstrap();
  await programPath('postgres');
  const env = { FAULTS_SIZE: size, FAULTS_SEED: seed };
  if (flags.minutes) env.FAULTS_MINUTES = flags.minutes;
  if (flags.replay) env.FAULTS_REPLAY = resolve(flags.replay);
  const { passed, failed, skipped } = await vitest(['faults'], { titles: names, env, reporter: 'verbose' });
  return close(
    'faults',
    failed === 0 && passed > 0,
    size,
    `seed ${seed}`,
    `${passed} passed`,
    `${failed} failed`,
    `${skipped} skipped`,
    secondsSince(),
  );
}
